package support.licence.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service for licences that is well, slow, broken, or says nonsense. */
public final class StubLicences implements AutoCloseable {
    /** What it answers at first, whatever it is asked for. */
    public static final String LICENCE = """
            {"addonLicenseId": "X1", "licenseId": "SEN-77", "addonKey": "signpost", "hosting": "Data Center",
             "licenseType": "COMMERCIAL", "status": "active", "maintenanceEndDate": "2036-01-01"}""";

    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> places = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = LICENCE;
    private volatile boolean hanging;

    public StubLicences() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        places.add(exchange.getRequestURI().toString());
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        if (hanging) {
            exchange.getResponseBody().flush();
            await();
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/licences/{number}";
    }

    public void answers(int withStatus, String withBody) {
        status = withStatus;
        body = withBody;
    }

    /** It begins to answer, and does not end. */
    public void hangs() {
        answers(200, "[");
        hanging = true;
    }

    /** What was asked for: paths as they were sent. */
    public Collection<String> places() {
        return places;
    }

    AtomicInteger calls() {
        return calls;
    }

    /** Nobody is there any more. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
