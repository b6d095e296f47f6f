package support;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import support.command.Commands;

/** The desk: portal, agents' queue, letters and timers in one process. */
@SpringBootApplication
public class SupportApplication {
    public static void main(String[] args) {
        if (Commands.isOne(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(SupportApplication.class, args);
    }
}
