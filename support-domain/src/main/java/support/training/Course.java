package support.training;

/**
 * A course.
 *
 * @param id 0 for one that has not been kept yet
 * @param text Markdown
 * @param published partners see it; else the leads alone
 * @param version counts changes, for noticing that a form is stale
 */
public record Course(long id, String title, String text, boolean published, int version) {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 20_000;
}
