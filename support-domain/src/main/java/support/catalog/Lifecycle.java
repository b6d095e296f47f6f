package support.catalog;

/** Whether an app is on offer. */
public enum Lifecycle {
    ACTIVE,
    /** On trial: offered, without free support. */
    LABS,
    RETIRED
}
