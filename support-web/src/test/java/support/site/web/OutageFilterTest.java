package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the log keeps and what it leaves out while no server is there. */
@ExtendWith(OutputCaptureExtension.class)
class OutageFilterTest {
    private static final Logger LOG = LoggerFactory.getLogger("some.library");
    private static final SQLException AWAY = new SQLException("Connection refused.\nIs it running?", "08001");

    @Test
    void an_outage_is_one_line_and_other_failures_are_all_there(CapturedOutput output) {
        try (Outage outage = new Outage(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"))) {
            OutageFilter filter = new OutageFilter(outage);
            filter.afterPropertiesSet();
            LOG.error("a job failed", AWAY);
            LOG.error("job {} failed", 7, new IllegalStateException("rolled back", AWAY));
            LOG.error("a bug", new IllegalStateException("kept-1"));
            LOG.error("job {} was slow", 8, new SQLException("kept-2", "57014"));
            LOG.warn("kept-3");
            filter.destroy();
        }
        assertThat(output.getAll())
                .containsOnlyOnce("The database is away: Connection refused.")
                .doesNotContain("a job failed", "job 7 failed", "Is it running?")
                .contains("kept-1", "kept-2", "kept-3");
    }
}
