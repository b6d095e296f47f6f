package support.scan.app;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows files to the virus scanner, where one is set. Ask it outside of transactions: it may take its time. */
@Component
public class FileScanner {
    /** Whether files are looked at. */
    public enum State {
        NOT_SET,
        ANSWERS,
        AWAY
    }

    private static final Logger LOG = LoggerFactory.getLogger(FileScanner.class);
    private static final Duration PING = Duration.ofSeconds(2);

    private final ExecutorService talking = Executors.newVirtualThreadPerTaskExecutor();
    private final ScannerSettings settings;
    private final Clamd scanner;

    FileScanner(ScannerSettings settings) {
        this.settings = settings;
        this.scanner = new Clamd(settings);
    }

    /** Looks at content to its end; it is the caller's to close. */
    public Finding look(InputStream content) {
        if (!isSet()) {
            return Finding.CLEAN;
        }
        String answer = ask(() -> scanner.scan(content), settings.timeout());
        Finding finding = Finding.of(answer);
        if (finding.kind() == Finding.Kind.UNKNOWN) {
            LOG.warn("A file was not checked, the virus scanner says: {}", answer);
        }
        return finding;
    }

    /** Asks the scanner how it is. */
    public State state() {
        if (!isSet()) {
            return State.NOT_SET;
        }
        return ask(scanner::ping, PING).equals("PONG") ? State.ANSWERS : State.AWAY;
    }

    private boolean isSet() {
        return !settings.host().isBlank();
    }

    /** The answer, or why there is none: the whole talk has to end in time, not each of its steps. */
    private String ask(Callable<String> talk, Duration longest) {
        Future<String> answer = talking.submit(talk);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return "nothing in " + longest.toMillis() + " ms";
        } catch (ExecutionException broken) {
            return String.valueOf(broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nothing, the desk stops";
        } finally {
            answer.cancel(true);
        }
    }
}
