package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.behalf.Consent;
import support.behalf.EndCustomer;
import support.behalf.persistence.EndCustomers;
import support.coverage.Verdict;
import support.database.Columns;
import support.people.Role;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Behalf;
import support.ticket.Coverage;
import support.ticket.Said;
import support.ticket.Sharing;
import support.ticket.Status;
import support.ticket.TicketEvent;
import support.ticket.TicketFacts;
import support.ticket.TicketNumber;
import support.ticket.TicketState;

/** One ticket for its page, as one viewer may see it. */
@Repository
public class TicketViews {
    private static final String HEAD = """
            select t.*, a.name as app, r.name as requester, o.name as organisation, g.name as assignee,
                   c.partner_id, c.company, c.contact, c.organisation_id as customer_id, c.consent, c.since,
                   array(select x.person_id from ticket_participant x where x.ticket_number = t.number) as participants,
                   array(select x.tag from ticket_tag x where x.ticket_number = t.number order by x.tag) as tags
            from ticket t
            join app a on a.id = t.app_id
            join person r on r.id = t.requester_id
            join organisation o on o.id = t.organisation_id
            left join person g on g.id = t.assignee_id
            left join end_customer c on c.id = t.end_customer_id
            where t.number = coalesce((select m.merged_into from ticket m where m.number = :number), :number) and\s""";
    private static final String PROMISES = """
            select %s from ticket t join promise p on p.ticket_number = t.number
            where t.number = coalesce((select m.merged_into from ticket m where m.number = :number), :number)
            order by p.started_at, p.metric, p.ordinal
            """.formatted(PromiseColumns.NAMES);
    private static final String CONVERSATION = """
            select m.id, case when m.automation is null then m.author_id else 0 end as author_id,
                   coalesce(m.automation, p.name) as name, p.role, m.internal, m.body, m.written_at, m.moved_from
            from message m join ticket t on t.number = m.ticket_number join person p on p.id = m.author_id
            where m.ticket_number = :number and %s
            order by m.id
            """;
    private static final String OWN_WORDS = """
            select t.number, t.type, t.summary, t.app_version, t.platform, t.severity, t.raised_at, t.shown_due_at, t.sharing, t.end_customer_id,
                   t.queue_band is null as done, a.name as app, r.name as requester
            from ticket t join app a on a.id = t.app_id join person r on r.id = t.requester_id
            where t.number = :number and\s""";
    private static final String FILES = """
            select f.message_id, f.id, f.name, f.size
            from attachment f join message m on m.id = f.message_id
            where m.ticket_number = :number
            order by f.uploaded_at, f.name
            """;
    private static final String HISTORY = """
            select e.happened_at, e.actor_id, e.kind, e.data, e.version, case when :notes then e.automation end as automation, p.name, w.name as person
            from ticket_event e
            left join person p on p.id = e.actor_id
            left join person w on w.id = cast(e.data ->> 'person' as bigint)
            where e.ticket_number = :number and (:notes or e.kind not in ('NOTE_WRITTEN', 'MENTIONED', 'TAGGED', 'UNTAGGED', 'MACRO_USED', 'SNOOZED', 'WOKEN'))
            order by e.id
            """;

    private static final String PARTICIPANTS = """
            select p.id, p.name, case when :staff then o.name end as organisation
            from ticket_participant x join person p on p.id = x.person_id left join organisation o on o.id = p.organisation_id
            where x.ticket_number = :number
            order by lower(p.name), p.id
            """;

    private final JdbcClient database;
    private final EventJson json;
    private final EndCustomers endCustomers;

    TicketViews(JdbcClient database, EventJson json, EndCustomers endCustomers) {
        this.database = database;
        this.json = json;
        this.endCustomers = endCustomers;
    }

    /** Whether the viewer reads all of a ticket. */
    public boolean reads(TicketNumber number, Viewer viewer) {
        TicketScope scope = TicketScope.of(viewer);
        return database.sql(
                        "select exists (select from ticket t where t.number = :number and " + scope.condition() + ")")
                .params(scope.parameters())
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    /** What the viewer's own side wrote, where they read nothing else; empty for every other ticket. */
    public Optional<OwnWords> ownWords(TicketNumber number, Viewer viewer) {
        TicketScope scope = TicketScope.ofOwnWords(viewer);
        return database.sql(OWN_WORDS + scope.condition())
                .params(scope.parameters())
                .param("number", number.value())
                .query((row, n) -> ownWords(row, number))
                .optional()
                .map(words ->
                        words.with(endCustomers.find(words.endCustomer()).orElseThrow(), conversation(number, viewer)));
    }

    private static OwnWords.Head ownWords(ResultSet row, TicketNumber number) throws SQLException {
        return new OwnWords.Head(
                number,
                Columns.constant(row, "type", RequestType.class),
                Columns.constantOrNull(row, "severity", Severity.class),
                row.getString("summary"),
                row.getString("app"),
                row.getString("app_version"),
                row.getString("platform"),
                row.getString("requester"),
                Columns.instant(row, "raised_at"),
                Columns.instantOrNull(row, "shown_due_at"),
                row.getBoolean("done"),
                Columns.constant(row, "sharing", Sharing.class),
                row.getLong("end_customer_id"));
    }

    /**
     * Empty when there is no such ticket for this viewer, or none of which they read all. The number of one that was merged
     * leads to the one in which it goes on.
     */
    public Optional<TicketView> find(TicketNumber number, Viewer viewer) {
        TicketScope scope = TicketScope.of(viewer);
        List<Promise> promises = promises(number);
        return database.sql(HEAD + scope.condition())
                .params(scope.parameters())
                .param("number", number.value())
                .query((row, n) -> head(row, new TicketNumber(row.getLong("number")), promises))
                .optional()
                // only now: a query within a query would hold two connections of the pool
                .map(head -> view(head, head.facts.number(), viewer));
    }

    private List<Promise> promises(TicketNumber number) {
        return database.sql(PROMISES)
                .param("number", number.value())
                .query((row, n) -> PromiseColumns.read(row))
                .list();
    }

    /** What the ticket's own row says. */
    private record Head(
            TicketFacts facts,
            TicketState state,
            String app,
            String requester,
            String organisation,
            @Nullable String assignee,
            @Nullable EndCustomer endCustomer,
            List<String> tags) {}

    private static Head head(ResultSet row, TicketNumber number, List<Promise> promises) throws SQLException {
        EndCustomer endCustomer = endCustomer(row);
        return new Head(
                facts(row, number),
                state(row, promises, endCustomer),
                row.getString("app"),
                row.getString("requester"),
                row.getString("organisation"),
                row.getString("assignee"),
                endCustomer,
                List.of((String[]) row.getArray("tags").getArray()));
    }

    private static @Nullable EndCustomer endCustomer(ResultSet row) throws SQLException {
        Long id = Columns.numberOrNull(row, "end_customer_id");
        return id == null
                ? null
                : new EndCustomer(
                        id,
                        row.getLong("partner_id"),
                        row.getString("company"),
                        row.getString("contact"),
                        Columns.numberOrNull(row, "customer_id"),
                        Columns.constant(row, "consent", Consent.class),
                        Columns.instant(row, "since"));
    }

    private TicketView view(Head head, TicketNumber number, Viewer viewer) {
        return new TicketView(
                head.facts,
                head.state,
                head.app,
                head.requester,
                head.organisation,
                head.assignee,
                conversation(number, viewer),
                history(number, viewer),
                head.state.participants().isEmpty() ? List.of() : participants(number, viewer),
                head.endCustomer,
                viewer.staff() ? head.tags : List.of());
    }

    private List<TicketView.Entry> conversation(TicketNumber number, Viewer viewer) {
        Map<Long, List<TicketView.File>> files = files(number);
        TicketScope scope = TicketScope.ofMessages(viewer);
        return database.sql(CONVERSATION.formatted(scope.condition()))
                .params(scope.parameters())
                .param("number", number.value())
                .query((row, n) -> entry(row, files))
                .list();
    }

    private static TicketView.Entry entry(ResultSet row, Map<Long, List<TicketView.File>> files) throws SQLException {
        long id = row.getLong("id");
        return new TicketView.Entry(
                id,
                row.getLong("author_id"),
                row.getString("name"),
                Columns.constant(row, "role", Role.class),
                row.getBoolean("internal"),
                row.getString("body"),
                Columns.instant(row, "written_at"),
                files.getOrDefault(id, List.of()),
                movedFrom(row));
    }

    private static @Nullable TicketNumber movedFrom(ResultSet row) throws SQLException {
        Long number = Columns.numberOrNull(row, "moved_from");
        return number == null ? null : new TicketNumber(number);
    }

    private Map<Long, List<TicketView.File>> files(TicketNumber number) {
        return database
                .sql(FILES)
                .param("number", number.value())
                .query((row, n) -> Map.entry(
                        row.getLong("message_id"),
                        new TicketView.File(
                                row.getObject("id", UUID.class), row.getString("name"), row.getLong("size"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What was said on a ticket, oldest first; for the desk. */
    public List<Said> said(TicketNumber number) {
        return database.sql("""
                        select m.id, m.author_id, p.role, m.internal, m.written_at
                        from message m join person p on p.id = m.author_id where m.ticket_number = :number order by m.id
                        """)
                .param("number", number.value())
                .query((row, n) -> new Said(
                        row.getLong("id"),
                        row.getLong("author_id"),
                        Columns.constant(row, "role", Role.class).staff(),
                        row.getBoolean("internal"),
                        Columns.instant(row, "written_at")))
                .list();
    }

    /** Whether others have written since a version, or moved it on: what was written on that version may fit no more. */
    public boolean isWrittenSince(TicketNumber number, int seen, long except) {
        return database.sql("""
                        select exists (select from ticket_event where ticket_number = :number and version > :seen
                            and (kind in ('CUSTOMER_REPLIED', 'DESK_REPLIED', 'MERGED_FROM', 'SPLIT_INTO')
                                or kind = 'STATUS_CHANGED' and actor_id is distinct from :except))
                        """)
                .param("number", number.value())
                .param("seen", seen)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    /** What happened to a ticket itself, also after it was merged: for the desk. */
    public List<TicketView.Event> ownHistory(TicketNumber number) {
        return database.sql(HISTORY)
                .param("number", number.value())
                .param("notes", true)
                .query((row, n) -> event(row))
                .list();
    }

    private List<TicketView.Event> history(TicketNumber number, Viewer viewer) {
        return database.sql(HISTORY)
                .param("number", number.value())
                .param("notes", viewer.staff())
                .query((row, n) -> event(row))
                .list();
    }

    private List<TicketView.Participant> participants(TicketNumber number, Viewer viewer) {
        return database.sql(PARTICIPANTS)
                .param("number", number.value())
                .param("staff", viewer.staff())
                .query((row, n) -> new TicketView.Participant(
                        row.getLong("id"), row.getString("name"), row.getString("organisation")))
                .list();
    }

    private TicketView.Event event(ResultSet row) throws SQLException {
        TicketEvent.What what = json.read(row.getString("kind"), row.getString("data"));
        return new TicketView.Event(
                new TicketEvent(
                        Columns.instant(row, "happened_at"),
                        Columns.numberOrNull(row, "actor_id"),
                        what,
                        row.getString("automation")),
                row.getString("name"),
                row.getString("person"),
                row.getInt("version"));
    }

    private static TicketFacts facts(ResultSet row, TicketNumber number) throws SQLException {
        return new TicketFacts(
                number,
                Columns.constant(row, "type", RequestType.class),
                row.getString("summary"),
                row.getLong("app_id"),
                row.getString("app_version"),
                row.getString("platform"),
                row.getLong("requester_id"),
                row.getLong("organisation_id"),
                Columns.instant(row, "raised_at"),
                row.getObject("nonce", UUID.class),
                Columns.instantOrNull(row, "shown_due_at"));
    }

    private static TicketState state(ResultSet row, List<Promise> promises, @Nullable EndCustomer endCustomer)
            throws SQLException {
        return new TicketState(
                Columns.constant(row, "status", Status.class),
                Columns.constant(row, "lane", Lane.class),
                Columns.constantOrNull(row, "severity", Severity.class),
                Columns.numberOrNull(row, "assignee_id"),
                promises,
                Columns.instantOrNull(row, "first_response_at"),
                row.getBoolean("answer_awaited"),
                Columns.instant(row, "turn_since"),
                Columns.instant(row, "changed_at"),
                row.getInt("version"),
                Set.of((Long[]) row.getArray("participants").getArray()),
                new Coverage(
                        Columns.constantOrNull(row, "coverage", Verdict.Kind.class),
                        Columns.constant(row, "admission", Coverage.Admission.class)),
                QuotationColumns.read(row),
                endCustomer == null ? null : Behalf.of(endCustomer, Columns.constant(row, "sharing", Sharing.class)),
                Columns.instantOrNull(row, "snoozed_until"));
    }
}
