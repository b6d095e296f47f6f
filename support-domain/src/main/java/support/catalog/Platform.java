package support.catalog;

/**
 * What an app runs in or on.
 *
 * @param key its name for machines, never changed: {@code confluence}, {@code postgresql}
 */
public record Platform(long id, String key, String name, Kind kind) {
    public enum Kind {
        HOST,
        BROWSER,
        DATABASE
    }
}
