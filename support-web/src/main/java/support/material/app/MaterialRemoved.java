package support.material.app;

import org.jspecify.annotations.Nullable;

/**
 * Material is there no more. Published in the transaction that removes it.
 *
 * @param course of which it was; null for material on an app
 */
public record MaterialRemoved(@Nullable Long course) {}
