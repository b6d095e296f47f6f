package support.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A daemon that speaks ClamAV's protocol over TCP, knows one thing that is harmful, and can be made to err. */
public final class TestScanner implements AutoCloseable {
    /** What it finds in whatever contains this. */
    public static final String HARMFUL = "a-harmful-thing-made-up-for-tests";

    /** How it behaves. */
    public enum Mood {
        WELL,
        /** Hangs up before it answers. */
        GONE,
        /** Reads, and never answers. */
        SILENT,
        /** Neither reads nor answers. */
        STUCK,
        /** Takes less than it is sent. */
        SMALL,
        ENDLESS
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;

    private TestScanner(ServerSocket server) {
        this.server = server;
    }

    public static TestScanner start() {
        try {
            TestScanner scanner = new TestScanner(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("test-scanner").start(scanner::listen);
            return scanner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public void is(Mood next) {
        mood = next;
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            switch (mood) {
                case GONE -> {}
                case STUCK -> closed.await();
                case SMALL -> {
                    command(in);
                    say(caller, "INSTREAM size limit exceeded. ERROR\0");
                }
                case ENDLESS -> {
                    command(in);
                    content(in);
                    say(caller, "x".repeat(100_000));
                }
                case SILENT -> {
                    command(in);
                    content(in);
                    closed.await();
                }
                case WELL -> say(caller, answer(in) + '\0');
            }
        } catch (IOException e) {
            // the desk hung up: nobody is there to be told
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(DataInputStream in) throws IOException {
        String command = command(in);
        return switch (command) {
            case "zPING" -> "PONG";
            case "zINSTREAM" -> "stream: " + (content(in).contains(HARMFUL) ? "Made.Up FOUND" : "OK");
            default -> "UNKNOWN COMMAND";
        };
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (byte one = in.readByte(); one != 0; one = in.readByte()) {
            command.append((char) one);
        }
        return command.toString();
    }

    private static String content(DataInputStream in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return content.toString();
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
