package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.people.Viewer;

/**
 * Finds tickets by what is written on them, the newest first, among those that the viewer may see and by what the viewer may
 * read: whoever is not of the desk finds nothing by a note. A statement that takes too long is given up.
 */
@Repository
public class TicketSearch {
    /** Of what asks for nothing out of the way, each statement takes milliseconds. */
    private static final int SECONDS = 3;

    private static final int SHORTEST_NAME = 3;
    private static final int MOST_NAMES = 20;
    /** Of each kind so many are compared at most. */
    private static final int MOST_ALIKE = 500;

    private static final int MOST_NEAR = 200;
    /** Customers' newest tickets are compared one by one. */
    private static final int NEWEST = 1000;
    /** Of the groups of three letters in a word; a wrong letter of a short word changes three of six. */
    private static final String LIKENESS = "0.3";

    private static final String PEOPLE = """
            select w.word, p.id, p.name, p.email, o.name as organisation
            from unnest(cast(:words as text[]), cast(:likes as text[])) w (word, beginning)
            cross join lateral (select * from person p
                where (p.name ilike w.beginning or p.name ilike '%% ' || w.beginning or p.email ilike w.beginning) and %s
                limit MOST) p
            join organisation o on o.id = p.organisation_id
            """.replace("MOST", Integer.toString(MOST_NAMES));
    private static final String ORGANISATIONS = """
            union all
            select w.word, o.id, o.name, null, null
            from unnest(cast(:words as text[]), cast(:likes as text[])) w (word, beginning)
            cross join lateral (select * from organisation o
                where o.name ilike w.beginning or o.name ilike '% ' || w.beginning limit MOST) o
            """.replace("MOST", Integer.toString(MOST_NAMES));
    /** By parts of words, in an index; which tickets they are of does not matter, so the first that come will do. */
    private static final String NEAR_OF_ALL = """
            select x.text
            from (select cast(:word as text) as word, set_config('pg_trgm.word_similarity_threshold', :likeness, true) offset 0) w
            cross join lateral (
                (select summary as text from ticket where w.word <% summary limit MOST)
                union all
                (select name from attachment where message_id is not null and w.word <% name limit MOST)
                union all
                (select name from person where role = 'CUSTOMER' and w.word <% name limit MOST)
                union all
                (select name from organisation where w.word <% name limit MOST)) x
            order by word_similarity(w.word, x.text) desc
            """.replace("MOST", Integer.toString(MOST_ALIKE)) + "limit " + MOST_NEAR;
    /** Nobody learns a word of what they may not see. */
    private static final String NEAR_OF_SOME = """
            with seen as materialized (%s)
            select x.text
            from (select cast(:word as text) as word, set_config('pg_trgm.word_similarity_threshold', :likeness, true) offset 0) w
            cross join lateral (
                select summary as text from seen where w.word <%% summary
                union all
                select f.name from seen t join message m on m.ticket_number = t.number and not m.internal
                    join attachment f on f.message_id = m.id
                where w.word <%% f.name
                union all
                select name from person where organisation_id = :itsOrganisation and w.word <%% name) x
            order by word_similarity(w.word, x.text) desc
            """ + "limit " + MOST_NEAR;

    private static final String TEXTS = """
            select t.number, said.internal, said.body, said.files
            from ticket t cross join lateral (
                select m.internal, left(m.body, 20000) as body, coalesce(names.files, '') as files
                from message m
                left join lateral (select string_agg(f.name, ', ' order by f.name) as files from attachment f
                                   where f.message_id = m.id) names on true
                where m.ticket_number = t.number and %s
                order by (select count(*) from unnest(cast(:likes as text[])) l (part)
                          where m.body ilike l.part or names.files ilike l.part) desc, m.id desc
                limit 1) said
            where t.number = any (:numbers)
            """;

    private final JdbcClient database;

    TicketSearch(DataSource source) {
        JdbcTemplate impatient = new JdbcTemplate(source);
        impatient.setQueryTimeout(SECONDS);
        this.database = JdbcClient.create(impatient);
    }

    /** A ticket that was found, before anything else of it is read. */
    public record Hit(long number, String summary) {}

    /**
     * Somebody, or an organisation, with a name that was typed.
     *
     * @param word as it was typed
     * @param email null for an organisation
     * @param organisation whose person it is; null for an organisation
     */
    public record Named(
            String word,
            long id,
            String name,
            @Nullable String email,
            @Nullable String organisation) {
        public boolean isPerson() {
            return email != null;
        }

        /** As the texts of their tickets are marked. */
        public String mark() {
            return (isPerson() ? "#p" : "#o") + id;
        }
    }

    /**
     * What is said on a ticket where the words stand, or the newest of it where they do not.
     *
     * @param files the names of the files that came with it; empty for none
     */
    public record Text(boolean internal, String body, String files) {}

    /** The highest number that was given; 0 when none was. */
    public long newest() {
        return database.sql("select coalesce(max(number), 0) from ticket")
                .query(Long.class)
                .single();
    }

    /**
     * The newest tickets up to a number. Looks no further back than is needed for that many, so that there may be others.
     *
     * @param most how many at most
     */
    public List<Hit> upTo(long top, Viewer viewer, Asked asked, Meanings meanings, int most) {
        return NumberSpan.newest(top, most, span -> within(span, viewer, asked, meanings, most));
    }

    /** Those from one number to another, both included. */
    public List<Hit> between(long from, long to, Viewer viewer, Asked asked, Meanings meanings, int most) {
        return within(new NumberSpan(from, to), viewer, asked, meanings, most);
    }

    private List<Hit> within(NumberSpan span, Viewer viewer, Asked asked, Meanings meanings, int most) {
        Conditions conditions = asked.ofAll(viewer, meanings);
        conditions.within(span);
        String page = " order by number desc limit " + most;
        String hits = conditions.ways().stream()
                .map(way -> "(select t.number, t.summary from ticket t where " + way + page + ")")
                .collect(Collectors.joining(" union all "));
        return database.sql("select * from (" + hits + ") h" + page)
                .params(conditions.parameters())
                .query((row, n) -> new Hit(row.getLong("number"), row.getString("summary")))
                .list();
    }

    /**
     * Whom words may name: customers and organisations, some of each; for a customer people of the same organisation alone.
     *
     * @param words each by itself
     */
    public List<Named> named(Collection<String> words, Viewer viewer) {
        List<String> known = words.stream()
                .filter(word -> word.length() >= SHORTEST_NAME)
                .distinct()
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        String whose = viewer.staff() ? "p.role = 'CUSTOMER'" : "p.organisation_id = :itsOrganisation";
        var statement = database.sql(PEOPLE.formatted(whose) + (viewer.staff() ? ORGANISATIONS : ""))
                .param("words", known.toArray(String[]::new))
                .param("likes", known.stream().map(TicketSearch::beginning).toArray(String[]::new));
        return (viewer.staff() ? statement : statement.param("itsOrganisation", viewer.organisation()))
                .query((row, n) -> named(row))
                .list();
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(
                row.getString("word"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("organisation"));
    }

    /** Subjects, names of files and of people in which something is written nearly as a word. */
    public List<String> near(String word, Viewer viewer) {
        return viewer.staff() ? nearOfAll(word) : nearOfSome(word, viewer);
    }

    private List<String> nearOfAll(String word) {
        return database.sql(NEAR_OF_ALL)
                .param("word", word)
                .param("likeness", LIKENESS)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> nearOfSome(String word, Viewer viewer) {
        TicketScope scope = TicketScope.of(viewer);
        String seen = scope.ways().stream()
                .map(way -> "(select t.number, t.summary from ticket t where " + way + " order by t.number desc limit "
                        + NEWEST + ")")
                .collect(Collectors.joining(" union all "));
        return database.sql(NEAR_OF_SOME.formatted(seen))
                .params(scope.parameters())
                .param("word", word)
                .param("likeness", LIKENESS)
                .param("itsOrganisation", viewer.organisation())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * Of each ticket what says most of some parts of words.
     *
     * @param numbers of tickets
     */
    public Map<Long, Text> texts(Collection<Long> numbers, Collection<String> parts, Viewer viewer) {
        TicketScope scope = TicketScope.ofMessages(viewer);
        return database
                .sql(TEXTS.formatted(scope.condition()))
                .params(scope.parameters())
                .param("numbers", numbers.toArray(Long[]::new))
                .param("likes", parts.stream().map(QueryConditions::containing).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getLong("number"), text(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Text text(ResultSet row) throws SQLException {
        return new Text(row.getBoolean("internal"), row.getString("body"), row.getString("files"));
    }

    private static String beginning(String word) {
        return QueryConditions.containing(word.toLowerCase(Locale.ROOT)).substring(1);
    }
}
