package support.publishing.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;

/** Who has looked over the closed days of a year and found them right. */
@Repository
public class SignOffs {
    /** @param name of the person */
    public record SignOff(String name, Instant at) {}

    private final JdbcClient database;

    SignOffs(JdbcClient database) {
        this.database = database;
    }

    /** Of one version of a calendar: the next one has to be looked over anew. */
    public Optional<SignOff> of(String calendar, int version, int year) {
        return database.sql("""
                        select p.name, s.signed_at from closed_days_sign_off s join person p on p.id = s.signed_by
                        where s.calendar = :calendar and s.version = :version and s.year = :year
                        """)
                .param("calendar", calendar)
                .param("version", version)
                .param("year", year)
                .query((row, n) -> new SignOff(row.getString("name"), Columns.instant(row, "signed_at")))
                .optional();
    }

    /** @return whether nobody was reminded of this before */
    public boolean remind(String calendar, int year, Instant at) {
        return database.sql("""
                        insert into closed_days_reminder (calendar, year, sent_at) values (:calendar, :year, :at)
                        on conflict do nothing
                        """)
                        .param("calendar", calendar)
                        .param("year", year)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Once is enough. */
    public void add(String calendar, int version, int year, long person, Instant at) {
        database.sql("""
                        insert into closed_days_sign_off (calendar, version, year, signed_by, signed_at)
                        values (:calendar, :version, :year, :person, :at) on conflict do nothing
                        """)
                .param("calendar", calendar)
                .param("version", version)
                .param("year", year)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
