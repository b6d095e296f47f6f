package support.coverage;

/** What a customer asks for. */
public enum Help {
    /** Installation, configuration, an update, something that does not work. */
    PROBLEM,
    TRAINING,
    /** Individual customisation, or help with a customised version. */
    CUSTOMISATION
}
