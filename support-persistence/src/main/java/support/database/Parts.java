package support.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** What is too large to be whole in memory, a part at a time. */
public final class Parts {
    /** Reads some of it. */
    @FunctionalInterface
    public interface Source {
        /** @param from the first byte, from 1 on, as PostgreSQL counts */
        byte[] read(int from, int length);
    }

    private static final int PART = 1 << 20;

    private Parts() {}

    /** @throws UncheckedIOException when nobody takes it any more */
    public static void copy(long size, Source source, OutputStream out) {
        for (long from = 1; from <= size; from += PART) {
            try {
                out.write(source.read((int) from, PART));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
