package support.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.TestDatabase;

@SpringBootTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
@Import(TestDatabase.class)
class MigrationsTest {
    @Autowired
    private Flyway flyway;

    @Autowired
    private JdbcClient database;

    @Test
    void a_desk_starts_on_tables_that_are_up_to_date() {
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(database.sql("select count(*) from ticket").query(Long.class).single())
                .isZero();
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {}
}
