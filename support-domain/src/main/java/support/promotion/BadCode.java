package support.promotion;

/** A line of a file of codes that is left out. */
public final class BadCode extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    /** What is wrong with it; each has its words in the message bundle. */
    public enum Problem {
        BLANK,
        /** A spreadsheet would take it for a formula. */
        FORMULA,
        /** No code that could be: signs or length. */
        WRONG,
        /** Stands further up in the file. */
        TWICE,
        /** Was there before, in this campaign or another. */
        KNOWN,
        /** From here on nobody can tell what is a line. */
        UNREADABLE
    }

    private final Problem problem;
    private final String found;

    public BadCode(Problem problem, String found) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.found = found.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public Problem problem() {
        return problem;
    }

    /** What stands there, shortened. */
    public String found() {
        return found;
    }
}
