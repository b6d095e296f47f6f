package support.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where the desk is when it is ready, and who can sign in to a demo. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private record Account(String email, String name, String role) {
        String line() {
            return "  %-26s %-14s %s".formatted(email, name, role);
        }
    }

    private final String address;
    private final JdbcClient database;

    Welcome(@Value("${desk.public-url:}") String publicUrl, Environment environment, JdbcClient database) {
        this.address = publicUrl.isBlank() ? local(environment.getProperty("server.port", "8080")) : publicUrl;
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        String accounts = accounts().stream().map(Account::line).collect(Collectors.joining("\n"));
        LOG.info("The desk is ready: {}{}", address, accounts.isEmpty() ? "" : withPassword(accounts));
    }

    /** One person of each organisation, and everybody of the desk. */
    private List<Account> accounts() {
        return database.sql("""
                        select p.email, p.name, lower(replace(p.role, '_', ' '))
                             || coalesce(', ' || lower(q.standing) || ' partner', '')
                             || coalesce(' (' || o.name || ')', '') as role
                        from person p left join organisation o on o.id = p.organisation_id
                        left join partner q on q.organisation_id = o.id
                        where p.demo and p.state = 'ACTIVE' and not exists (
                            select from person c where c.organisation_id = p.organisation_id and c.id < p.id)
                        order by p.id
                        """)
                .query((row, number) ->
                        new Account(row.getString("email"), row.getString("name"), row.getString("role")))
                .list();
    }

    private static String withPassword(String accounts) {
        return "\nDemo accounts, all with the password \"" + DemoPeople.PASSWORD + "\":\n" + accounts;
    }

    private static String local(String port) {
        return "http://localhost:" + port;
    }
}
