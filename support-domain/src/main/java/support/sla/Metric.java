package support.sla;

/** What can be promised. */
public enum Metric {
    /** The first public answer that a person of the desk gives (docs/sla.md, rule 7). */
    FIRST_RESPONSE
}
