package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import support.access.Factors;
import support.testing.SettableClock;
import support.testing.TestTime;

/**
 * Who may open which door, for every door that the desk has (read from the desk itself, so that none is forgotten), every
 * kind of person and everybody's things; and that no answer tells one organisation of another.
 */
@DeskTest
class MatrixTest {
    /** Who may pass a door; what the words mean stands in {@link #passes}. */
    private enum Rule {
        ANYBODY,
        /** Programs with a token; what people bring along counts for nothing. */
        TOKEN,
        /** Where the server itself leads a request that has failed. */
        BROKEN,
        ENTERED,
        /** Of the desk, with nothing yet to show as a second factor. */
        SETTING_UP,
        PEOPLE,
        CUSTOMERS,
        PARTNERS,
        /** Partners, and the leads who keep what partners see. */
        PARTNERS_AND_LEADS,
        DESK,
        ANSWERING,
        LEADS,
        ADMINS,
        /** Customers who manage their organisation. */
        MANAGERS,
        /** Managers of the organisation whose person it is about. */
        MANAGING,
        /** Customers of the organisation that it is about. */
        BELONGING,
        /** People of the partner that it is about. */
        PARTNERING,
        /** Whoever sees the ticket. */
        SEEING,
        /** Customers who see the ticket. */
        CUSTOMERS_SEEING,
        /** Customers who see the ticket, and those of the desk who answer. */
        WRITING,
        DESK_SEEING,
        ANSWERING_SEEING
    }

    /** Where a thing of the partner space is found by the path of its door; the longer path comes first. */
    private static final Map<String, String> SHELVES = new TreeMap<>(Comparator.reverseOrder());

    static {
        SHELVES.put("/space/apps/", "max(id)::text from (select id from app where ours and lifecycle <> 'RETIRED') a");
        SHELVES.put("/codes/", "max(id)::text from (select id from campaign where 'SOLUTION_PARTNER' = any (kinds)) c");
        SHELVES.put("/campaigns/", "max(id)::text from campaign");
        SHELVES.put("/training/", "max(id)::text from (select id from course where published) c");
        SHELVES.put(
                "/training/materials/",
                "max(m.id)::text from material m join course c on c.id = m.course_id and c.published");
        SHELVES.put(
                "/training/sessions/",
                "max(s.id)::text from course_session s join course c on c.id = s.course_id and c.published");
        SHELVES.put("/courses/", "max(id)::text from course");
        SHELVES.put("/course-sessions/", "max(id)::text from course_session");
        SHELVES.put("/materials/", "max(id)::text from material");
        SHELVES.put("/team/", "max(id)::text from (select id from person where email = 'ada@desk.example') p");
        SHELVES.put("/macros/", "coalesce(max(id), 0)::text from (select id from macro where owner_id is null) m");
        SHELVES.put("/automations/", "coalesce(max(id), 0)::text from automation");
        SHELVES.put("/news/", "max(id)::text from news");
    }

    private static final String FILE = "00000000-0000-4000-8000-000000000001";

    private static final Map<String, Rule> DOORS = doors("""
            GET  /                                        ANYBODY
            ANY  /error                                   BROKEN
            GET  /policy                                  ANYBODY
            GET  /policy/closed-days.ics                  ANYBODY
            GET  /sign-in                                 ANYBODY
            POST /sign-in                                 ANYBODY
            POST /sign-in/passkey                         ANYBODY
            POST /sign-in/passkey/options                 ANYBODY
            GET  /sign-in/link                            ANYBODY
            POST /sign-in/link                            ANYBODY
            GET  /sign-in/link/{secret}                   ANYBODY
            POST /sign-in/link/{secret}                   ANYBODY
            GET  /register                                ANYBODY
            POST /register                                ANYBODY
            GET  /register/{secret}                       ANYBODY
            POST /register/{secret}                       ANYBODY
            GET  /invitation/{secret}                     ANYBODY
            POST /invitation/{secret}                     ANYBODY
            GET  /password                                ANYBODY
            POST /password                                ANYBODY
            GET  /password/{secret}                       ANYBODY
            POST /password/{secret}                       ANYBODY
            GET  /recovery/{secret}                       ANYBODY
            POST /recovery/{secret}                       ANYBODY
            GET  /address/{secret}                        ANYBODY
            POST /address/{secret}                        ANYBODY
            GET  /first-run/{secret}                      ANYBODY
            POST /first-run/{secret}                      ANYBODY
            GET  /sign-in/code                            ENTERED
            POST /sign-in/code                            ENTERED
            GET  /sign-in/set-up                          ENTERED
            POST /sign-in/set-up                          ENTERED
            GET  /sign-in/again                           ENTERED
            POST /sign-in/again                           ENTERED
            POST /sign-in/again/passkey                   ENTERED
            POST /sign-in/again/passkey/options           ENTERED
            POST /sign-in/set-up/passkey                  SETTING_UP
            POST /sign-in/set-up/passkey/options          SETTING_UP
            GET  /account                                 PEOPLE
            POST /account                                 PEOPLE
            GET  /account/sessions                        PEOPLE
            POST /account/sessions/end                    PEOPLE
            POST /account/sessions/end-others             PEOPLE
            GET  /account/security                        PEOPLE
            POST /account/security/password               PEOPLE
            POST /account/security/address                PEOPLE
            GET  /account/security/code-app               PEOPLE
            POST /account/security/code-app               PEOPLE
            POST /account/security/code-app/recovery-codes PEOPLE
            POST /account/security/code-app/removal       PEOPLE
            POST /account/security/passkeys               PEOPLE
            POST /account/security/passkeys/options       PEOPLE
            POST /account/security/passkeys/removal       PEOPLE
            GET  /account/security/tokens                 PEOPLE
            POST /account/security/tokens                 PEOPLE
            POST /account/security/tokens/revocation      PEOPLE
            GET  /account/security/data                   PEOPLE
            GET  /account/security/data.zip               PEOPLE
            POST /account/security/erasure                PEOPLE
            GET  /tickets                                 PEOPLE
            GET  /search                                  PEOPLE
            POST /preview                                 PEOPLE
            GET  /topics                                  PEOPLE
            GET  /topics/similar                          PEOPLE
            GET  /topics/{id}                             PEOPLE
            GET  /topics/new                              ANSWERING
            POST /topics                                  ANSWERING
            POST /topics/{id}                             ANSWERING
            GET  /topics/{id}/edit                        ANSWERING
            POST /topics/{id}/stage                       ANSWERING
            POST /topics/{id}/followers                   CUSTOMERS
            POST /topics/{id}/followers/removal           CUSTOMERS
            GET  /tickets/new                             CUSTOMERS
            GET  /tickets/due                             CUSTOMERS
            GET  /tickets/about                           CUSTOMERS
            GET  /tickets/coverage                        CUSTOMERS
            GET  /support                                 CUSTOMERS
            POST /support                                 CUSTOMERS
            POST /tickets                                 CUSTOMERS
            GET  /lane                                    PARTNERS
            GET  /space                                   PARTNERS
            GET  /space/apps/{id}                         PARTNERS
            GET  /codes                                   PARTNERS
            GET  /codes/{id}                              PARTNERS
            POST /codes/{id}                              PARTNERS
            GET  /training                                PARTNERS
            GET  /training/{id}                           PARTNERS
            POST /training/materials/{id}/done            PARTNERS
            POST /training/sessions/{id}/booking          PARTNERS
            POST /training/sessions/{id}/cancellation     PARTNERS
            GET  /training/sessions/{id}/session.ics      PARTNERS
            GET  /materials/{id}/file                     PARTNERS_AND_LEADS
            GET  /certificates/{certificate}              ANYBODY
            GET  /certificates/{certificate}/certificate.pdf ANYBODY
            GET  /news                                    LEADS
            GET  /news/new                                LEADS
            POST /news                                    LEADS
            GET  /news/{id}                               LEADS
            POST /news/{id}                               LEADS
            POST /news/{id}/removal                       LEADS
            GET  /materials                               LEADS
            GET  /materials/new                           LEADS
            POST /materials                               LEADS
            POST /materials/{id}/removal                  LEADS
            GET  /courses                                 LEADS
            GET  /courses/new                             LEADS
            POST /courses                                 LEADS
            GET  /courses/{id}                            LEADS
            POST /courses/{id}                            LEADS
            GET  /courses/{id}/edit                       LEADS
            GET  /courses/{id}/sessions/new               LEADS
            POST /courses/{id}/sessions                   LEADS
            POST /courses/{id}/withdrawn-certificates     LEADS
            GET  /course-sessions/{id}                    LEADS
            POST /course-sessions/{id}                    LEADS
            POST /course-sessions/{id}/cancellation       LEADS
            POST /course-sessions/{id}/removals           LEADS
            POST /course-sessions/{id}/attendance         LEADS
            GET  /campaigns                               LEADS
            GET  /campaigns/new                           LEADS
            POST /campaigns                               LEADS
            GET  /campaigns/{id}                          LEADS
            POST /campaigns/{id}                          LEADS
            GET  /campaigns/{id}/edit                     LEADS
            GET  /campaigns/{id}/codes.csv                LEADS
            POST /campaigns/{id}/codes                    LEADS
            POST /campaigns/{id}/new-codes                LEADS
            POST /campaigns/{id}/withdrawals              LEADS
            POST /lane/export                             PARTNERS
            GET  /lane/customers                          PARTNERS
            POST /lane/customers                          PARTNERS
            POST /lane/customers/{id}/asking              PARTNERING
            GET  /consent/{secret}                        ANYBODY
            GET  /consent/{secret}/account                ANYBODY
            POST /consent/{secret}/account                ANYBODY
            POST /consent/{secret}/refusal                ANYBODY
            GET  /organisation/consents                   CUSTOMERS
            GET  /organisation/consents/{id}              BELONGING
            POST /organisation/consents/{id}/agreement    MANAGING
            POST /organisation/consents/{id}/refusal      MANAGING
            POST /organisation/consents/{id}/revocation   MANAGING
            GET  /queue                                   DESK
            GET  /queue/completions                       DESK
            GET  /queue/views                             DESK
            GET  /queue/views/new                         DESK
            POST /queue/views                             DESK
            POST /queue/views/{id}/removal                LEADS
            POST /queue/next                              ANSWERING
            GET  /queue/bulk                              ANSWERING
            POST /queue/bulk                              ANSWERING
            GET  /queue/bulk/done                         ANSWERING
            POST /queue/bulk/undo                         ANSWERING
            GET  /account/absences                        ANSWERING
            POST /account/absences                        ANSWERING
            POST /account/absences/removal                ANSWERING
            GET  /macros                                  ANSWERING
            GET  /macros/new                              ANSWERING
            POST /macros                                  ANSWERING
            GET  /macros/{id}                             LEADS
            POST /macros/{id}                             LEADS
            POST /macros/{id}/removal                     LEADS
            GET  /team                                    LEADS
            GET  /team/waiting                            LEADS
            POST /team/waiting                            LEADS
            GET  /team/{id}                               LEADS
            POST /team/{id}/apps                          LEADS
            POST /team/{id}/absences                      LEADS
            POST /team/{id}/absences/removal              LEADS
            POST /team/{id}/returns                       LEADS
            GET  /live                                    DESK
            GET  /mentions                                DESK
            GET  /mentions/people                         DESK
            POST /mentions/removal                        DESK
            GET  /account/keys                            DESK
            POST /account/keys                            DESK
            GET  /report                                  LEADS
            GET  /terms                                   LEADS
            POST /terms/draft-removal                     LEADS
            POST /terms/sign-off                          LEADS
            GET  /terms/calendar                          LEADS
            POST /terms/calendar                          LEADS
            POST /terms/calendar/preview                  LEADS
            GET  /terms/policy                            LEADS
            POST /terms/policy                            LEADS
            GET  /terms/examples                          LEADS
            POST /terms/examples                          LEADS
            POST /terms/examples/removal                  LEADS
            GET  /terms/rehearsal                         LEADS
            POST /terms/rehearsal                         LEADS
            POST /terms/rehearsal/cancellation            LEADS
            GET  /terms/rehearsal/tickets                 LEADS
            GET  /terms/rehearsal/changes.csv             LEADS
            GET  /terms/publication                       LEADS
            POST /terms/publication                       LEADS
            GET  /admin                                   ADMINS
            GET  /automations                             ADMINS
            GET  /automations/new                         ADMINS
            POST /automations                             ADMINS
            GET  /automations/{id}                        ADMINS
            POST /automations/{id}                        ADMINS
            GET  /automations/{id}/rehearsal              ADMINS
            POST /automations/{id}/start                  ADMINS
            POST /automations/{id}/stop                   ADMINS
            POST /automations/{id}/earlier                ADMINS
            POST /automations/{id}/removal                ADMINS
            GET  /outbox                                  ADMINS
            GET  /outbox/{id}                             ADMINS
            GET  /outbox/{id}/html                        ADMINS
            POST /outbox/{id}/sending                     ADMINS
            GET  /scope                                   LEADS
            POST /scope                                   LEADS
            GET  /report/coverage                         LEADS
            GET  /catalogue                               ADMINS
            POST /catalogue/apps                          ADMINS
            GET  /catalogue/apps/{id}                     ADMINS
            POST /catalogue/file                          ADMINS
            POST /catalogue/apps/{id}/file                ADMINS
            POST /catalogue/apps/{id}/keys                ADMINS
            POST /catalogue/apps/{id}/keys/revocation     ADMINS
            POST /catalogue/apps/{id}/releases            ADMINS
            POST /catalogue/apps/{id}/releases/removal    ADMINS
            GET  /catalogue/platforms                     ADMINS
            POST /catalogue/platforms                     ADMINS
            GET  /catalogue/platforms/{id}                ADMINS
            POST /catalogue/platforms/{id}/file           ADMINS
            POST /catalogue/platforms/{id}/lines          ADMINS
            POST /catalogue/platforms/{id}/lines/removal  ADMINS
            GET  /catalogue/files/{file}                  ADMINS
            POST /catalogue/files/{file}                  ADMINS
            GET  /licences                                ADMINS
            POST /licences/imports                        ADMINS
            GET  /licences/{id}                           ADMINS
            GET  /licences/imports/{id}                   ADMINS
            POST /licences/{id}/organisation              ADMINS
            GET  /audit                                   ADMINS
            POST /audit/check                             ADMINS
            POST /audit/export                            ADMINS
            GET  /organisation                            CUSTOMERS
            GET  /organisation/invitation                 CUSTOMERS
            POST /organisation/invitation                 CUSTOMERS
            GET  /organisation/departure                  CUSTOMERS
            POST /organisation/departure                  CUSTOMERS
            GET  /organisation/sharing                    MANAGERS
            POST /organisation/sharing                    MANAGERS
            POST /organisation/invitations/withdrawal     MANAGERS
            GET  /organisation/people/{id}                MANAGING
            POST /organisation/people/{id}/approval       MANAGING
            POST /organisation/people/{id}/refusal        MANAGING
            POST /organisation/people/{id}/managing       MANAGING
            POST /organisation/people/{id}/removal        MANAGING
            GET  /partnership                             CUSTOMERS
            POST /partnership/application                 MANAGERS
            GET  /partners                                LEADS
            GET  /partners/{id}                           LEADS
            POST /partners/{id}/approval                  LEADS
            POST /partners/{id}/refusal                   LEADS
            POST /partners/{id}/suspension                LEADS
            POST /partners/{id}/resumption                LEADS
            POST /partners/{id}/prolongation              LEADS
            POST /partners/{id}/owner                     LEADS
            POST /partners/{id}/end                       LEADS
            GET  /organisations                           DESK
            GET  /organisations/{id}                      DESK
            GET  /organisations/{id}/invitation           ADMINS
            POST /organisations/{id}/invitation           ADMINS
            POST /organisations/{id}/invitations/withdrawal ADMINS
            GET  /organisations/{id}/domains              ADMINS
            POST /organisations/{id}/domains              ADMINS
            POST /organisations/{id}/domains/removal      ADMINS
            GET  /people                                  ADMINS
            GET  /people/invitation                       ADMINS
            POST /people/invitation                       ADMINS
            POST /people/invitations/withdrawal           ADMINS
            GET  /people/{id}                             ADMINS
            POST /people/{id}/approval                    ADMINS
            POST /people/{id}/refusal                     ADMINS
            POST /people/{id}/role                        ADMINS
            POST /people/{id}/managing                    ADMINS
            POST /people/{id}/deactivation                ADMINS
            POST /people/{id}/reactivation                ADMINS
            POST /people/{id}/sessions/end                ADMINS
            POST /people/{id}/second-factor/removal       ADMINS
            GET  /people/{id}/erasure                     ADMINS
            POST /people/{id}/erasure                     ADMINS
            GET  /tickets/{number}                        SEEING
            GET  /tickets/{number}/confirmation           SEEING
            GET  /attachments/{id}                        SEEING
            POST /tickets/{number}/replies                WRITING
            POST /tickets/{number}/draft                  SEEING
            POST /tickets/{number}/draft/removal          SEEING
            POST /tickets/{number}/participants           WRITING
            POST /tickets/{number}/removed-participants   WRITING
            POST /tickets/{number}/solution               CUSTOMERS_SEEING
            POST /tickets/{number}/impact                 CUSTOMERS_SEEING
            POST /tickets/{number}/sharing                CUSTOMERS_SEEING
            POST /tickets/{number}/notes                  DESK_SEEING
            POST /tickets/{number}/severity               ANSWERING_SEEING
            POST /tickets/{number}/status                 ANSWERING_SEEING
            POST /tickets/{number}/assignment             ANSWERING_SEEING
            GET  /tickets/{number}/macros                 ANSWERING_SEEING
            POST /tickets/{number}/macros                 ANSWERING_SEEING
            POST /tickets/{number}/held/removal           ANSWERING_SEEING
            POST /tickets/{number}/held/sending           ANSWERING_SEEING
            POST /tickets/{number}/snooze                 ANSWERING_SEEING
            POST /tickets/{number}/snooze/removal         ANSWERING_SEEING
            POST /tickets/{number}/tags                   ANSWERING_SEEING
            POST /tickets/{number}/tags/removal           ANSWERING_SEEING
            GET  /tickets/{number}/history                DESK_SEEING
            GET  /tickets/{number}/merge                  ANSWERING_SEEING
            POST /tickets/{number}/merge                  ANSWERING_SEEING
            GET  /tickets/{number}/split                  ANSWERING_SEEING
            POST /tickets/{number}/split                  ANSWERING_SEEING
            POST /tickets/{number}/links                  ANSWERING_SEEING
            POST /tickets/{number}/links/removal          ANSWERING_SEEING
            POST /tickets/{number}/topics                 ANSWERING_SEEING
            POST /tickets/{number}/topics/removal         ANSWERING_SEEING
            POST /tickets/{number}/quotation              ANSWERING_SEEING
            POST /tickets/{number}/quotation/acceptance   CUSTOMERS_SEEING
            POST /tickets/{number}/quotation/refusal      CUSTOMERS_SEEING
            POST /tickets/{number}/coverage/check         ANSWERING_SEEING
            POST /tickets/{number}/coverage/acceptance    ANSWERING_SEEING
            POST /tickets/{number}/coverage/refusal       ANSWERING_SEEING
            POST /tickets/{number}/verdict                LEADS
            GET  /api/openapi.yaml                        ANYBODY
            GET  /api/v1/deadline                         ANYBODY
            GET  /api/v1/me                               TOKEN
            GET  /api/v1/apps                             TOKEN
            GET  /api/v1/tickets                          TOKEN
            POST /api/v1/tickets                          TOKEN
            GET  /api/v1/tickets/{number}                 TOKEN
            GET  /api/v1/tickets/{number}/promises        TOKEN
            POST /api/v1/tickets/{number}/replies         TOKEN
            """);

    /** Organisations by the mail domain of their people; each has one ticket that somebody of it raised. */
    private enum House {
        NORDLICHT("marta@nordlicht.example", "Nordlicht Pumps"),
        KESTREL("avery@kestrel.example", "Kestrel Analytics"),
        MAPLEWORK("lena@maplework.example", "Maplework Consulting"),
        NOBODY("", "");

        private final String raiser;
        private final String title;

        House(String raiser, String title) {
            this.raiser = raiser;
            this.title = title;
        }

        String canary() {
            return "canary-" + name().toLowerCase(Locale.ROOT);
        }

        String domain() {
            return raiser.substring(raiser.indexOf('@') + 1);
        }

        String noteCanary() {
            return "note-" + canary();
        }
    }

    /** @param sees whose tickets, besides the desk's people, who see all */
    private record Caller(String name, String email, Set<House> sees, Set<Rule> rules) {
        boolean isOfDesk() {
            return rules.contains(Rule.DESK);
        }
    }

    private static Caller customer(String name, String email, House... sees) {
        return new Caller(name, email, Set.of(sees), Set.of(Rule.ANYBODY, Rule.ENTERED, Rule.PEOPLE, Rule.CUSTOMERS));
    }

    private static Caller manager(String name, String email, House sees, Rule... more) {
        Set<Rule> rules = Stream.concat(
                        customer(name, email).rules().stream(),
                        Stream.concat(Stream.of(Rule.MANAGERS), Stream.of(more)))
                .collect(Collectors.toSet());
        return new Caller(name, email, Set.of(sees), rules);
    }

    private static Caller desk(String name, String email, Rule... more) {
        Set<Rule> rules = Stream.concat(Stream.of(Rule.ANYBODY, Rule.ENTERED, Rule.PEOPLE, Rule.DESK), Stream.of(more))
                .collect(Collectors.toSet());
        return new Caller(name, email, Set.of(House.NORDLICHT, House.KESTREL, House.MAPLEWORK), rules);
    }

    private static final List<Caller> CALLERS = List.of(
            new Caller("visitor", "", Set.of(), Set.of(Rule.ANYBODY)),
            new Caller(
                    "half signed in",
                    "half@desk.example",
                    Set.of(),
                    Set.of(Rule.ANYBODY, Rule.ENTERED, Rule.SETTING_UP)),
            manager("manager who raised it", "marta@nordlicht.example", House.NORDLICHT),
            customer("colleague, shared", "jonas@nordlicht.example", House.NORDLICHT),
            manager("raised it, not shared", "avery@kestrel.example", House.KESTREL),
            customer("colleague, not shared", "sam@kestrel.example"),
            customer("of another organisation", "bishal@himal.example"),
            manager("partner", "lena@maplework.example", House.MAPLEWORK, Rule.PARTNERS),
            desk("light agent", "linus@desk.example"),
            desk("agent", "ada@desk.example", Rule.ANSWERING),
            desk("lead", "dana@desk.example", Rule.ANSWERING, Rule.LEADS),
            desk("admin", "emil@desk.example", Rule.ANSWERING, Rule.LEADS, Rule.ADMINS));

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    /** Also what libraries would open: pages for operators belong on a port of their own. */
    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    private final Map<House, String> tickets = new TreeMap<>();
    private final Map<Caller, Visitor> visitors = new LinkedHashMap<>();

    private static Map<String, Rule> doors(String table) {
        Map<String, Rule> doors = new TreeMap<>();
        table.lines()
                .map(line -> line.strip().split("\\s+"))
                .forEach(cells -> doors.put(cells[0] + " " + cells[1], Rule.valueOf(cells[2])));
        return doors;
    }

    @Test
    void every_door_has_a_rule() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(DOORS.keySet());
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mappings.stream()
                .flatMap(some -> some.getHandlerMethods().keySet().stream())
                .forEach(mapping -> {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    Objects.requireNonNull(mapping.getPathPatternsCondition())
                            .getPatternValues()
                            .forEach(path -> {
                                if (methods.isEmpty()) {
                                    routes.add("ANY " + path);
                                }
                                methods.forEach(method -> routes.add(method + " " + path));
                            });
                });
        return routes;
    }

    @Test
    void everybody_passes_the_doors_that_are_theirs_and_learns_nothing_of_others() {
        prepare();
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        Map<String, Rule> doors = new TreeMap<>(DOORS);
        doors.values().remove(Rule.BROKEN);
        for (var door : doors.entrySet()) {
            for (Caller caller : CALLERS) {
                for (House house : housesOf(door.getKey())) {
                    cells++;
                    check(door.getKey(), door.getValue(), caller, house).ifPresent(wrong::add);
                }
            }
        }
        System.out.println("matrix-cells: " + cells + ", leaks: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        List<String> wrong = new ArrayList<>();
        for (String path : posts()) {
            for (Caller caller : List.of(CALLERS.getFirst(), CALLERS.get(2), CALLERS.getLast())) {
                Visitor.Page page = visitor(caller).post(filled(path, House.KESTREL), Map.of("_csrf", ""));
                if (page.status() != 403 && !page.location().startsWith("/sign-in?next=")) {
                    wrong.add(path + " by " + caller.name() + ": " + page.status() + " " + page.location());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Paths that take forms; programs come with tokens instead. */
    private static List<String> posts() {
        return DOORS.entrySet().stream()
                .filter(door -> door.getKey().startsWith("POST ") && door.getValue() != Rule.TOKEN)
                .map(door -> door.getKey().substring("POST ".length()))
                .toList();
    }

    /** Programs that look ahead, and pictures on other sites' pages, ask for anything. */
    @Test
    void asking_for_a_page_changes_nothing() {
        prepare();
        List<Visitor> askers = List.of(visitor(CALLERS.get(4)), visitor(CALLERS.getLast()));
        Map<String, String> before = contents();
        for (String door : DOORS.keySet()) {
            if (door.startsWith("GET ")) {
                String path = filled(door.substring("GET ".length()), House.KESTREL);
                askers.forEach(asker -> asker.get(path));
            }
        }
        assertThat(before).hasSizeGreaterThan(30);
        assertThat(contents()).isEqualTo(before);
    }

    /** A hash of each table; of letters, which go their way meanwhile, how many. Without what any visit leaves. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String table : tables()) {
            String what = table.equals("letter")
                    ? "count(*)::text"
                    : "coalesce(md5(string_agg(t::text, '|' order by t::text)), '')";
            contents.put(table, one("select " + what + " from " + table + " t where :word = ''", ""));
        }
        return contents;
    }

    private Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        database.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(row -> {
                    tables.add(row.getString(1));
                });
        tables.removeAll(Set.of(
                "spring_session",
                "spring_session_attributes",
                "bucket",
                "scheduled_tasks",
                // who was refused, and who exported
                "audit_entry",
                // who looks at what at this moment
                "presence",
                // offered to whoever looks at the page, and not in use before a code was shown
                "code_app"));
        return tables;
    }

    @Test
    void what_is_delicate_asks_again_who_one_is_at_each_of_its_doors() {
        Visitor emil = visitor(CALLERS.getLast());
        clock.advance(Factors.FRESH.plusMinutes(1));
        try {
            List<String> open = posts().stream()
                    .filter(path -> path.startsWith("/account/se") || path.startsWith("/people/"))
                    .filter(path -> !emil.post(filled(path, House.KESTREL), Map.of())
                            .location()
                            .startsWith("/sign-in/again"))
                    .toList();
            assertThat(open).isEmpty();
        } finally {
            clock.set(TestTime.MONDAY_AT_TEN);
        }
    }

    private static List<House> housesOf(String door) {
        return door.contains("{number}") || door.contains("{id}") || door.contains("{secret}")
                ? List.of(House.values())
                : List.of(House.NOBODY);
    }

    private Optional<String> check(String door, Rule rule, Caller caller, House house) {
        undo();
        String method = door.substring(0, door.indexOf(' '));
        String path = filled(door.substring(door.indexOf(' ') + 1), house);
        Visitor visitor = visitor(caller);
        Visitor.Page page = method.equals("POST") ? visitor.post(path, Map.of()) : visitor.get(path);
        String cell = method + " " + path + " by " + caller.name() + ": " + page.status() + " " + page.location();
        if (!leaks(caller, page.body()).isEmpty()) {
            return Optional.of(cell + " tells of " + leaks(caller, page.body()));
        }
        if (rule == Rule.TOKEN) {
            return page.status() == 401 ? Optional.empty() : Optional.of(cell);
        }
        boolean there = !door.contains("{number}") && !door.contains("{id}") || house != House.NOBODY;
        boolean passes = passes(rule, caller, house);
        if (passes) {
            boolean right = there
                    ? reached(page, door.contains("{secret}"))
                    : Set.of(400, 404).contains(page.status());
            return right ? Optional.empty() : Optional.of(cell);
        }
        boolean right = caller.rules().contains(Rule.PEOPLE)
                ? page.status() == 404
                : page.status() == 302 && page.location().startsWith("/sign-in");
        return right ? Optional.empty() : Optional.of(cell);
    }

    /** What callers did at the doors before, to themselves and others. */
    private void undo() {
        database.sql("delete from bucket").update();
        database.sql("update person set state = 'ACTIVE' where state = 'DEACTIVATED' and demo")
                .update();
        for (House house : House.values()) {
            database.sql("update person set manages = true where email = :raiser")
                    .param("raiser", house.raiser)
                    .update();
        }
        database.sql("update organisation set shares_tickets = name <> 'Kestrel Analytics' where demo")
                .update();
    }

    private static boolean reached(Visitor.Page page, boolean link) {
        return link ? page.status() == 410 : !Set.of(401, 403, 404, 405).contains(page.status()) && page.status() < 500;
    }

    private static boolean passes(Rule rule, Caller caller, House house) {
        boolean sees = caller.isOfDesk() || caller.sees().contains(house);
        boolean answers = caller.rules().contains(Rule.ANSWERING);
        return switch (rule) {
            case SEEING -> sees;
            case CUSTOMERS_SEEING -> sees && !caller.isOfDesk();
            case WRITING -> sees && (!caller.isOfDesk() || answers);
            case DESK_SEEING -> caller.isOfDesk();
            case ANSWERING_SEEING -> answers;
            case PARTNERS_AND_LEADS ->
                caller.rules().contains(Rule.PARTNERS) || caller.rules().contains(Rule.LEADS);
            case BELONGING ->
                !caller.isOfDesk() && house != House.NOBODY && caller.email().endsWith(house.domain());
            case PARTNERING -> caller.rules().contains(Rule.PARTNERS) && sees;
            case MANAGING -> caller.rules().contains(Rule.MANAGERS) && sees;
            default -> caller.rules().contains(rule);
        };
    }

    /** What the page tells that this caller may not know. */
    private static Set<String> leaks(Caller caller, String body) {
        Set<String> forbidden = new TreeSet<>();
        for (House house : House.values()) {
            if (!caller.isOfDesk() && house != House.NOBODY) {
                forbidden.add(house.noteCanary());
                String domain = house.raiser.substring(house.raiser.indexOf('@'));
                if (!caller.email().endsWith(domain)) {
                    forbidden.addAll(Set.of(house.canary(), house.title, house.raiser));
                } else if (!caller.sees().contains(house)) {
                    forbidden.add(house.canary());
                }
            }
        }
        return forbidden.stream().filter(body::contains).collect(Collectors.toSet());
    }

    private String filled(String path, House house) {
        String ticket = tickets.getOrDefault(house, "SUP-999999");
        String id;
        if (path.startsWith("/organisations/")) {
            id = one("select coalesce(max(id), 0)::text from organisation where name = :word", house.title);
        } else if (path.startsWith("/organisation/consents/") || path.startsWith("/lane/customers/")) {
            String whose = path.startsWith("/lane/") ? "partner_id" : "organisation_id";
            id = one(
                    "select coalesce(max(c.id), 0)::text from end_customer c join organisation o on o.id = c." + whose
                            + " where o.name = :word",
                    house.title);
        } else if (path.startsWith("/people/") || path.startsWith("/organisation/")) {
            id = one("select coalesce(max(id), 0)::text from person where email = :word", house.raiser);
        } else if (path.startsWith("/attachments/")) {
            id = one(
                    "select coalesce(max(id::text), '" + new UUID(0, 0)
                            + "') from attachment where name like :word || '%'",
                    house.canary());
        } else if (path.startsWith("/catalogue/")) {
            String table = path.contains("/apps/") ? "app" : "platform";
            id = house == House.NOBODY ? "0" : one("select max(id)::text from " + table + " where :word <> ''", "x");
        } else if (path.startsWith("/partners/")) {
            id = house == House.NOBODY
                    ? "0"
                    : one("select max(organisation_id)::text from partner where :word <> ''", "x");
        } else if (path.startsWith("/topics/")) {
            id = house == House.NOBODY ? "0" : one("select max(id)::text from topic where :word <> ''", "x");
        } else if (path.startsWith("/queue/views/{")) {
            // who may takes it away, so that the next needs another
            String made =
                    "insert into saved_view (name, query) select gen_random_uuid()::text, :word returning id::text";
            id = house == House.NOBODY ? "0" : one(made, "due<4h");
        } else if (SHELVES.keySet().stream().anyMatch(path::startsWith)) {
            id = house == House.NOBODY ? "0" : one("select " + shelf(path) + " where :word <> ''", "x");
        } else if (path.startsWith("/licences/")) {
            String table = path.contains("/imports/") ? "licence_import" : "licence";
            id = house == House.NOBODY ? "0" : one("select max(id)::text from " + table + " where :word <> ''", "x");
        } else {
            id = one(
                    "select coalesce(max(id::text), '" + new UUID(0, 0)
                            + "') from letter where subject like '%' || :word || '%'",
                    house.canary());
        }
        return path.replace("{number}", ticket)
                .replace("{id}", id)
                .replace("{secret}", "guess-" + house)
                .replace(
                        "{certificate}",
                        one("select min(number) from certificate where not withdrawn and :word <> ''", "x"))
                .replace("{file}", FILE);
    }

    private static String shelf(String path) {
        return SHELVES.entrySet().stream()
                .filter(shelf -> path.startsWith(shelf.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private String one(String sql, String word) {
        return database.sql(sql)
                .param("word", word)
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** Signed in, with the token of a fresh page; anew where a deed has ended the session. */
    private Visitor visitor(Caller caller) {
        Visitor visitor = visitors.computeIfAbsent(caller, this::enter);
        String start = caller.rules().contains(Rule.PEOPLE) ? "/account" : "/sign-in";
        if (visitor.get(start).status() != 200) {
            visitors.remove(caller);
            return visitor(caller);
        }
        return visitor;
    }

    private Visitor enter(Caller caller) {
        Visitor visitor = new Visitor(port);
        return caller.email().isEmpty() ? visitor : visitor.signedIn(caller.email());
    }

    /** Turned off, and more than there are doors that take one away. */
    private void addAutomations() {
        database.sql("""
                        insert into automation (name, place, trigger, hours, query, whose, adds, removes, note, mail, keeper_id)
                        select 'matrix ' || n, n, 'RAISED', 0, '', 'NOBODY', '{}', '{}', '', 'NONE', p.id
                        from person p, generate_series(1, 9) n where p.email = 'emil@desk.example'
                        on conflict do nothing
                        """).update();
    }

    private void prepare() {
        addAutomations();
        database.sql(
                        "insert into person (email, name, role, password) select 'half@desk.example', 'Half', 'AGENT', password"
                                + " from person where email = 'ada@desk.example' on conflict do nothing")
                .update();
        database.sql("insert into catalogue_file select cast(:id as uuid), 'a.json', '[]', null, max(id), null, now()"
                        + " from platform on conflict do nothing")
                .param("id", FILE)
                .update();
        database.sql("insert into licence_import (source, started_at, progress_at, state, bytes)"
                        + " values ('report.csv', now(), now(), 'DONE', 1)")
                .update();
        // more than there are leads who take them away
        database.sql(
                        "insert into news (title, body, first_day) select 'News', 'n', current_date from generate_series(1, 20)")
                .update();
        database.sql(
                        "insert into material (app_id, section, title, form, file_name, size, added_at)"
                                + " select min(id), 'SALES', 'a', 'FILE', 'a.txt', 1, now() from app, generate_series(1, 20) as s (n) group by n")
                .update();
        database.sql(
                        "insert into material_content select id, 'a' from material where form = 'FILE' on conflict do nothing")
                .update();
        for (House house : House.values()) {
            if (house != House.NOBODY) {
                tickets.put(house, raised(house));
                endCustomer("Himal Tea Traders", house.title, "at@" + house.domain());
                endCustomer(house.title, "Brightwater Council", "matrix@" + house.domain());
            }
        }
    }

    /** One that has taken its consent back. */
    private void endCustomer(String partner, String company, String contact) {
        database.sql("insert into end_customer (partner_id, company, contact, organisation_id, consent, since)"
                        + " select p.id, :company, :contact, o.id, 'REVOKED', now() from organisation p, organisation o"
                        + " where p.name = :partner and o.name = :company on conflict do nothing")
                .param("partner", partner)
                .param("company", company)
                .param("contact", contact)
                .update();
    }

    private String raised(House house) {
        Visitor raiser = new Visitor(port).signedIn(house.raiser);
        raiser.get("/tickets/new");
        String ticket = raiser.post(
                        "/tickets",
                        Map.of(
                                "type",
                                "BUG_REPORT",
                                "severity",
                                "LEVEL_3",
                                "app",
                                one("select min(id)::text from app where key <> :word", ""),
                                "platform",
                                house.canary(),
                                "summary",
                                house.canary(),
                                "description",
                                house.canary()),
                        new Visitor.Upload(
                                house.canary() + ".txt", house.canary().getBytes(StandardCharsets.UTF_8)))
                .location()
                .replace("/tickets/", "")
                .replace("/confirmation", "");
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get("/tickets/" + ticket);
        ada.post(
                "/tickets/" + ticket + "/notes",
                Map.of("text", house.noteCanary(), "nonce", UUID.randomUUID().toString()));
        return ticket;
    }
}
