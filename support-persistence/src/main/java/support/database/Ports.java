package support.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for the embedded server, from below those that systems lend to clients: none takes it during a restart. */
final class Ports {
    private static final int FIRST = 15_000;
    private static final int AFTER_LAST = 32_000;

    private Ports() {}

    static int free() {
        int port = candidate();
        while (isTaken(port)) {
            port = candidate();
        }
        return port;
    }

    private static int candidate() {
        return ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
