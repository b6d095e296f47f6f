package support.ticket.persistence;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.sla.Promise;
import support.ticket.TicketNumber;

/** The promises that are open, for counting what would become of them. */
@Repository
public class OpenPromises {
    private static final int PAGE = 1000;

    private record Row(TicketNumber ticket, Promise promise) {}

    private final JdbcClient database;

    OpenPromises(JdbcClient database) {
        this.database = database;
    }

    /** Shows each of them, in the order of the tickets; some tickets are in memory at a time. */
    public void forEach(BiConsumer<TicketNumber, Promise> reader) {
        List<Row> page = after(0);
        while (!page.isEmpty()) {
            page.forEach(row -> reader.accept(row.ticket, row.promise));
            page = after(page.getLast().ticket.value());
        }
    }

    /** All of a ticket, or none. */
    private List<Row> after(long number) {
        return database.sql("select t.number, " + PromiseColumns.NAMES
                        + " from ticket t join promise p on p.ticket_number = t.number"
                        + " where p.verdict = 'OPEN' and p.ticket_number > :after"
                        + " order by p.ticket_number fetch first " + PAGE + " rows with ties")
                .param("after", number)
                .query((row, n) -> new Row(new TicketNumber(row.getLong("number")), PromiseColumns.read(row)))
                .list();
    }
}
