package support.command;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import support.access.persistence.Links;
import support.audit.persistence.AuditLog;
import support.coverage.persistence.Judgements;
import support.evidence.app.EvidenceExport;
import support.people.persistence.People;
import support.sla.persistence.Publications;
import support.ticket.app.Recompute;
import support.ticket.persistence.Histories;

/** The desk's database, opened for a command: without pages, timers and letters. */
final class OfflineDesk implements AutoCloseable {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        People.class,
        Links.class,
        Publications.class,
        Histories.class,
        Judgements.class,
        Recompute.class,
        AuditLog.class,
        EvidenceExport.class
    })
    static class Beans {}

    private final ConfigurableApplicationContext context;

    private OfflineDesk(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static OfflineDesk open() {
        return new OfflineDesk(new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "db-scheduler.enabled=false",
                        "spring.main.lazy-initialization=true",
                        "spring.session.jdbc.cleanup-cron=-",
                        "logging.level.root=error")
                .run());
    }

    <T> T get(Class<T> part) {
        return context.getBean(part);
    }

    Instant now() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)).instant(); // as the database keeps time
    }

    URI publicUrl(URI path) {
        String address = context.getEnvironment().getProperty("desk.public-url", "http://localhost:8080");
        return URI.create(address).resolve(path);
    }

    /** What went wrong at the bottom of a failure, in the words that the desk itself has for it. */
    static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        context.close();
    }
}
