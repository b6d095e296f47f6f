package support.evidence.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of bytes from elsewhere, which may be anything and of any length. */
final class Lines {
    /** Far more than the longest calendar or the longest life of a ticket. */
    static final int LONGEST = 16 << 20;

    private final InputStream bytes;
    private long number;

    Lines(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
    }

    /** The number of the line that was read last; the first is 1. */
    long number() {
        return number;
    }

    /**
     * The next line; null after the last.
     *
     * @throws BrokenEvidence when it does not end, is too long or is not UTF-8
     */
    @Nullable
    String next() throws IOException {
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (; next != '\n'; next = bytes.read()) {
            if (next < 0) {
                throw new BrokenEvidence(number, "the file ends within it");
            }
            if (line.size() == LONGEST) {
                throw new BrokenEvidence(number, "is longer than " + (LONGEST >> 20) + " MiB");
            }
            line.write(next);
        }
        return text(line.toByteArray());
    }

    private String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenEvidence(number, "is not UTF-8");
        }
    }
}
