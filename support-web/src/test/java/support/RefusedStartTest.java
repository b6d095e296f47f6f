package support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody reads whose desk does not start. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {
    @Test
    void a_database_that_cannot_be_reached_is_told_in_words_and_nothing_else(CapturedOutput output) {
        SpringApplication desk = new SpringApplication(SupportApplication.class);
        Throwable failure =
                catchThrowable(() -> desk.run("--server.port=0", "--desk.db.url=jdbc:postgresql://127.0.0.1:1/none"));
        assertThat(failure).isNotNull();
        assertThat(output.getAll())
                .contains("The database does not let the desk in: Connection to 127.0.0.1:1 refused")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }
}
