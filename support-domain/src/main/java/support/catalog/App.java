package support.catalog;

/**
 * An app of the vendor.
 *
 * @param key its name for machines, never changed
 */
public record App(long id, String key, String name, Lifecycle lifecycle) {}
