package support.sla;

/** The impact, as the customer sees it: 1 is the worst. */
public enum Severity {
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    LEVEL_4;

    /** 1 to 4, as the published policy counts. */
    public int level() {
        return ordinal() + 1;
    }

    public boolean isWorseThan(Severity other) {
        return level() < other.level();
    }
}
