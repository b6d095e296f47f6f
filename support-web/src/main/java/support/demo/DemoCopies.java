package support.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies tickets with all that belongs to them to the numbers that follow them, at the speed of the database. Works as the
 * owner of the tables, who alone can put off the search's triggers: what they would find out is known from the original.
 */
class DemoCopies implements AutoCloseable {
    /** A word for each copy, of three syllables out of sixteen, told by its number. */
    private static final String WORD = word("hashint8(t.number + j)");

    private final SingleConnectionDataSource connection;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    DemoCopies(FlywayConnectionDetails owner) {
        connection = new SingleConnectionDataSource(
                Objects.requireNonNull(owner.getJdbcUrl()),
                Objects.requireNonNull(owner.getUsername()),
                Objects.requireNonNull(owner.getPassword()),
                true);
        database = JdbcClient.create(connection);
        transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
    }

    private static String word(String hash) {
        String syllables =
                "(array['ba','den','fi','gor','hu','kel','la','mir','no','pas','ri','sul','ta','vem','wi','zo'])";
        return "(" + syllables + "[1 + (" + hash + " & 15)] || " + syllables + "[1 + (" + hash + " >> 4 & 15)] || "
                + syllables + "[1 + (" + hash + " >> 8 & 15)])";
    }

    /** @return the first of so many numbers that are given to nobody else */
    long reserve(int count) {
        return database.sql("""
                        select setval('ticket_number', first + :count - 1) - :count + 1
                        from (select nextval('ticket_number') as first) n
                        """).param("count", count).query(Long.class).single();
    }

    /**
     * Fills the gaps between tickets.
     *
     * @param from the number of the first of them
     * @param to the number before which it ends
     * @param step how far they are apart
     */
    void copy(long from, long to, int step) {
        transaction.executeWithoutResult(status -> {
            run("alter table message disable trigger user");
            copy("ticket", "number", Map.of("summary", "left(t.summary, 180) || ' - ' || " + WORD), from, to, step);
            copy("message", "ticket_number", Map.of(), from, to, step);
            copy("ticket_event", "ticket_number", Map.of("written_in", "null"), from, to, step);
            copy("promise", "ticket_number", Map.of(), from, to, step);
            copyTexts(from, to, step);
            copyTimers(from, to, step);
            run("alter table message enable trigger user");
        });
    }

    /** All columns but those that the database gives; nonces stay different. */
    private void copy(String table, String number, Map<String, String> others, long from, long to, int step) {
        List<String> columns = columns(table);
        String values = columns.stream()
                .map(column -> column.equals(number)
                        ? "t." + number + " + j"
                        : column.equals("nonce")
                                ? "md5(t.nonce::text || j)::uuid"
                                : others.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        String order = table.equals("message") || table.equals("ticket_event") ? ", t.id" : "";
        range(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                        + " t, generate_series(1, :step - 1) j where t." + number + " >= :from and t." + number
                        + " < :to and t." + number + " + j < :to order by t." + number + " + j" + order,
                from,
                to,
                step);
    }

    private List<String> columns(String table) {
        return database.sql("""
                        select column_name from information_schema.columns
                        where table_schema = current_schema and table_name = :table and is_identity = 'NO'
                            and is_generated = 'NEVER'
                        """)
                .param("table", table)
                .query((row, number) -> row.getString("column_name"))
                .list();
    }

    private void copyTexts(long from, long to, int step) {
        range("""
                insert into ticket_text (ticket_number, doc)
                select t.number + j,
                       ts_delete(x.doc, '#b' || t.number / 1000)
                       || array_to_tsvector(array['#b' || (t.number + j) / 1000]) || words_of(WORD, false)
                from ticket t join ticket_text x on x.ticket_number = t.number, generate_series(1, :step - 1) j
                where t.number >= :from and t.number < :to and t.number + j < :to and (t.number - :from) % :step = 0
                order by t.number + j
                """.replace("WORD", WORD), from, to, step);
    }

    private void copyTimers(long from, long to, int step) {
        range("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                select s.task_name, (t.number + j)::text, s.task_data, s.execution_time, false, 1
                from ticket t join scheduled_tasks s on s.task_name = 'promise' and s.task_instance = t.number::text,
                     generate_series(1, :step - 1) j
                where t.number >= :from and t.number < :to and t.number + j < :to and (t.number - :from) % :step = 0
                """, from, to, step);
    }

    private void range(String sql, long from, long to, int step) {
        database.sql(sql)
                .param("from", from)
                .param("to", to)
                .param("step", step)
                .update();
    }

    /** What a database does by itself after some minutes. */
    void settle() {
        run("vacuum (analyze)");
    }

    private void run(String sql) {
        database.sql(sql).update();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
