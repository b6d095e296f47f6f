package support.access.app;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import support.database.LocalPostgres;
import support.people.persistence.People;
import support.scan.app.FileScanner;

/** What of this desk is safe, and what is not yet. */
@Component
public class Checklist {
    /** A question, with its words in the message bundle. */
    public enum Question {
        DATABASE,
        TLS,
        MAIL,
        DEMO,
        FACTORS,
        SECRETS,
        SCANNER,
        SCANNER_AWAY,
        BACKUP
    }

    /** @param detail a number or a date that goes into the words; empty when there is none */
    public record Line(Question question, boolean safe, String detail) {}

    /** Whoever has not tried to restore a backup for a quarter of a year does not know whether there is one. */
    private static final int BACKUP_DAYS = 92;

    private final boolean embedded;
    private final boolean tls;
    private final boolean mail;
    private final @Nullable LocalDate restoredOn;
    private final People people;
    private final SecretBox secrets;
    private final FileScanner scanner;
    private final Clock clock;

    Checklist(
            ObjectProvider<LocalPostgres> embedded,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl,
            @Value("${desk.smtp.host:}") String mailServer,
            @Value("${desk.backup.restored-on:#{null}}") @Nullable LocalDate restoredOn,
            People people,
            SecretBox secrets,
            FileScanner scanner,
            Clock clock) {
        this.embedded = embedded.getIfAvailable() != null;
        this.tls = "https".equals(publicUrl.getScheme());
        this.mail = !mailServer.isBlank();
        this.restoredOn = restoredOn;
        this.people = people;
        this.secrets = secrets;
        this.scanner = scanner;
        this.clock = clock;
    }

    public List<Line> lines() {
        int oneFactor = people.deskPeopleWithOneFactor();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean restored =
                restoredOn != null && restoredOn.plusDays(BACKUP_DAYS).isAfter(today);
        return List.of(
                new Line(Question.DATABASE, !embedded, ""),
                new Line(Question.TLS, tls, ""),
                new Line(Question.MAIL, mail, ""),
                new Line(Question.DEMO, !people.hasDemo(), ""),
                new Line(Question.FACTORS, oneFactor == 0, Integer.toString(oneFactor)),
                new Line(Question.SECRETS, secrets.hasKey(), ""),
                scanner(),
                new Line(Question.BACKUP, restored, restoredOn == null ? "" : restoredOn.toString()));
    }

    private Line scanner() {
        return switch (scanner.state()) {
            case ANSWERS -> new Line(Question.SCANNER, true, "");
            case NOT_SET -> new Line(Question.SCANNER, false, "");
            case AWAY -> new Line(Question.SCANNER_AWAY, false, "");
        };
    }
}
