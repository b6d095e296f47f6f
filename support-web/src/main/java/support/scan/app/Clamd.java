package support.scan.app;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks with ClamAV's daemon over TCP: one connection a question. A command ends with a NUL, as its answer does; content goes
 * in chunks, each behind its length in four bytes, and a chunk of no length is its end.
 */
record Clamd(ScannerSettings settings) {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;
    private static final int END = 0;

    /** @return what the daemon says of the content, like {@code stream: OK} */
    String scan(InputStream content) throws IOException {
        try (Socket socket = connect()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeBytes("zINSTREAM\0");
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(END);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    /** @return {@code PONG} when it is well */
    String ping() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return answer(socket.getInputStream());
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(settings.host(), settings.port()),
                Math.toIntExact(settings.timeout().toMillis()));
        return socket;
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int one = in.read(); one > 0; one = in.read()) {
            if (answer.length() == LONGEST_ANSWER) {
                throw new IOException("an answer without end");
            }
            answer.append((char) one);
        }
        return answer.toString();
    }
}
