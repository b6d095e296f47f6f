package support.licence;

/** A line of a licence report that cannot be taken in; the others can. */
public final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    public enum Problem {
        /** It has another number of columns than the first line; perhaps the file ends in the middle of it. */
        COLUMNS,
        /** No identity that other exports would name it by. */
        NO_ID,
        NO_APP,
        HOSTING,
        STATUS,
        /** Not a day of the calendar. */
        DATE,
        /** It ends before it begins. */
        ORDER,
        TOO_LONG,
        /** The same licence stands in a later line again, which counts. */
        TWICE,
        /** From here on the file cannot be read at all. */
        UNREADABLE
    }

    private final Problem problem;
    private final String found;

    public BadLine(Problem problem, String found) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.found = found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "…";
    }

    public Problem problem() {
        return problem;
    }

    /** What stands there, shortened. */
    public String found() {
        return found;
    }
}
