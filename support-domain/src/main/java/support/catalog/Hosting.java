package support.catalog;

/** Where a host product, and an app in it, runs. */
public enum Hosting {
    CLOUD,
    DATA_CENTER,
    /** Its support by Atlassian ended on 15 February 2024. */
    SERVER
}
