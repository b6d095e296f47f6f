package support.catalog;

/** For whom a release of an app was made. */
public enum Channel {
    STABLE,
    BETA,
    DEVELOPMENT
}
