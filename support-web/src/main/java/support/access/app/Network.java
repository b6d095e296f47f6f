package support.access.app;

import java.util.regex.Pattern;

/** Where a request comes from, as far as limits care. */
public final class Network {
    private static final Pattern GROUP = Pattern.compile(":");
    private static final int GROUPS_OF_A_NETWORK = 4;

    private Network() {}

    /**
     * The address itself for IPv4; for IPv6 the first 64 bits, since whoever has one address of a network has them all.
     *
     * @param address as the server knows it, not as a header claims it
     */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = GROUP.split(address, -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS_OF_A_NETWORK, groups.length); i++) {
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }
}
