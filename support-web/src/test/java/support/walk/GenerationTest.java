package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.command.Commands;
import support.demo.DemoGeneration;
import support.ticket.app.Recompute;

/** Generated tickets are what they would be had people raised them. */
@DeskTest
class GenerationTest {
    private static final String MADE = " number > :before and number <= :before + 100";

    @Autowired
    private DemoGeneration generation;

    @Autowired
    private Recompute recompute;

    @Autowired
    private JdbcClient database;

    private long before;

    @BeforeEach
    void look() {
        before = database.sql("select nextval('ticket_number')")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void clear() {
        database.sql("delete from scheduled_tasks where task_name = 'promise' and task_instance in"
                        + " (select number::text from ticket where" + MADE + ")")
                .param("before", before)
                .update();
        database.sql("delete from ticket where" + MADE).param("before", before).update();
    }

    @Test
    void copies_have_the_history_the_promises_and_the_words_of_tickets() {
        List<Integer> progress = new ArrayList<>();
        generation.generate(100, 30, Duration.ofDays(50), progress::add);
        assertThat(progress).last().isEqualTo(100);
        assertThat(count("select count(*) from ticket where" + MADE)).isEqualTo(100);
        assertThat(count("select count(distinct summary) from ticket where" + MADE))
                .isGreaterThan(70);
        assertThat(count("select count(*) from ticket where queue_band is not null and" + MADE))
                .isBetween(1L, 60L);
        assertThat(count(
                        "select count(*) from ticket_text where doc <> ticket_text_of(ticket_number) and ticket_number in"
                                + " (select number from ticket where" + MADE + ")"))
                .isZero();
        assertThat(count("select count(*) from ticket t where not exists"
                        + " (select from message m where m.ticket_number = t.number) and" + MADE))
                .isZero();
        assertThat(count("select count(*) from promise p join ticket t on t.number = p.ticket_number where"
                        + " p.verdict = 'OPEN' and not exists (select from scheduled_tasks s where"
                        + " s.task_name = 'promise' and s.task_instance = t.number::text) and" + MADE))
                .isZero();
        recompute.check(difference ->
                assertThat(difference.number().value()).matches(number -> number <= before || number > before + 100));
    }

    @Test
    void what_is_no_number_of_tickets_is_refused() {
        assertThat(Commands.run("demo", "generate", "--tickets", "0")).isEqualTo(2);
        assertThat(Commands.run("demo", "generate", "--tickets", "20000000")).isEqualTo(2);
        assertThat(Commands.run("demo", "generate", "--tickets", "5", "--days", "9999"))
                .isEqualTo(2);
        assertThat(Commands.run("demo", "generate")).isEqualTo(2);
    }

    private long count(String sql) {
        var question = database.sql(sql);
        return (sql.contains(":before") ? question.param("before", before) : question)
                .query(Long.class)
                .single();
    }
}
