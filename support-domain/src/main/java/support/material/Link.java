package support.material;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address that people are led to: https and a host, nothing that acts in the page that names it. */
public record Link(String address) {
    public static final int LONGEST = 2000;

    /** @throws IllegalArgumentException when it is anything else */
    public Link {
        if (!isSafe(address)) {
            throw new IllegalArgumentException("no https address");
        }
    }

    /** Empty for what somebody typed and is none. */
    public static Optional<Link> read(String typed) {
        String address = typed.strip();
        return isSafe(address) ? Optional.of(new Link(address)) : Optional.empty();
    }

    private static boolean isSafe(String address) {
        try {
            URI read = new URI(address);
            return address.length() <= LONGEST
                    && "https".equalsIgnoreCase(read.getScheme())
                    && read.getHost() != null
                    // what stands before an @ looks like a host and is none
                    && read.getRawUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
