package support.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import support.SupportApplication;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** The whole desk on a free port with the demo people, seen through a real browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Browsers.class)
@SpringBootTest(
        classes = SupportApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.demo.enabled=true",
            "desk.demo.tickets=80",
            "desk.undo-send=false",
            "logging.level.org.testcontainers=off"
        })
@Import({TestDatabase.class, TestTime.class})
@interface BrowserTest {}
