package support.command;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import java.io.PrintWriter;
import java.time.Duration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import support.SupportApplication;
import support.demo.DemoGeneration;

/** A demo desk as large as one wants to try. */
@Command(name = "demo", description = "The demo desk.")
final class DemoCommand {
    private static final int MOST = 10_000_000;
    /** Of more tickets than these some are copies with words of their own: those take a tenth of the time. */
    private static final int DIFFERENT = 5_000;

    /** Timers wait for the next start. Named to this command's desk alone: found by itself, it would stop those of every desk. */
    static class AtRest {
        @Bean
        DbSchedulerStarter never() {
            return () -> {};
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
    private CommandSpec spec;

    @Command(
            name = "generate",
            description =
                    "Adds generated tickets to a demo desk that is not at work, to see how the desk does at a size."
                            + " An empty desk is filled with its demo people first; one that has other people is left as it is.")
    int generate(
            @Option(names = "--tickets", required = true, paramLabel = "N", description = "how many") int tickets,
            @Option(
                            names = "--days",
                            defaultValue = "0",
                            paramLabel = "N",
                            description = "over how many days they are spread, back from now; unless said one for"
                                    + " each thousand, and 60 at least")
                    int days) {
        if (tickets < 1 || tickets > MOST || days < 0 || days > 3650) {
            throw new ParameterException(
                    spec.commandLine(), "--tickets is from 1 to " + MOST + ", --days from 1 to 3650");
        }
        Duration span = Duration.ofDays(days > 0 ? days : Math.clamp(tickets / 1000, 60, 3650));
        PrintWriter out = spec.commandLine().getOut();
        long begun = System.nanoTime();
        try (ConfigurableApplicationContext desk = open()) {
            desk.getBean(DemoGeneration.class).generate(tickets, DIFFERENT, span, done -> {
                out.printf("%,d of %,d tickets, %s%n", done, tickets, since(begun));
                out.flush();
            });
        }
        out.printf("done in %s%n", since(begun));
        return 0;
    }

    private static ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(SupportApplication.class, AtRest.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--desk.demo.enabled=true",
                        "--spring.main.lazy-initialization=true",
                        "--logging.level.root=error",
                        "--logging.level.support=error");
    }

    private static String since(long begun) {
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        return "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
