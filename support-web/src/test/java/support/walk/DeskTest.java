package support.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import support.licence.app.TestLookup;
import support.testing.ScannedDesk;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** The whole desk on a free port, with the demo people, a database of its own and a clock that stands still. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.demo.enabled=true",
            "desk.demo.tickets=40",
            "desk.undo-send=false",
            "desk.secret-key=dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seSE=",
            "logging.level.org.testcontainers=off"
        })
@Import({TestDatabase.class, TestTime.class, ScannedDesk.class, TestLookup.class})
@interface DeskTest {}
