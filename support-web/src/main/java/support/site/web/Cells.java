package support.site.web;

/** Cells of files that people open in a spreadsheet. */
public final class Cells {
    private static final String BEGINNINGS = "=+-@\t\r'";

    private Cells() {}

    /**
     * The words with an apostrophe before them where a spreadsheet would take them for a formula. Words that begin with an
     * apostrophe get one more: whoever takes one away gets the words back.
     */
    public static String guarded(String words) {
        return !words.isEmpty() && BEGINNINGS.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
