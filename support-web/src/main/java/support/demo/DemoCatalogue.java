package support.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.catalog.Channel;
import support.catalog.Hosting;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.Release;
import support.catalog.Version;
import support.catalog.VersionRange;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.catalog.persistence.Releases;

/** What the demo's apps run on, and who has paid for them: with days relative to the first start, some close, some past. */
@Component
class DemoCatalogue {
    /** @param endsIn days until the last day of support; null while none is announced */
    private record Line(String version, @Nullable Integer endsIn) {}

    private record Product(String key, String name, Platform.Kind kind, List<Line> lines) {}

    /** @param endsIn days until the last day; past when negative */
    private record Paid(
            String number, String company, String contact, String app, Hosting hosting, String kind, int endsIn) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product(
                    "confluence",
                    "Confluence",
                    Platform.Kind.HOST,
                    List.of(
                            new Line("7.19", -400),
                            new Line("8.5", -60),
                            new Line("9.2", 49),
                            new Line("9.4", 400),
                            new Line("10.2", null))),
            new Product(
                    "jira",
                    "Jira",
                    Platform.Kind.HOST,
                    List.of(
                            new Line("9.4", -500),
                            new Line("9.12", -20),
                            new Line("10.3", 380),
                            new Line("11.3", null))),
            new Product(
                    "postgresql",
                    "PostgreSQL",
                    Platform.Kind.DATABASE,
                    List.of(new Line("13", -10), new Line("16", 1080), new Line("17", 1440))),
            new Product("firefox", "Firefox", Platform.Kind.BROWSER, List.of()),
            new Product("chrome", "Chrome", Platform.Kind.BROWSER, List.of()));

    /** The host product of each app. */
    private static final Map<String, String> HOSTS = Map.of(
            "signpost", "confluence",
            "ledger", "confluence",
            "canvas", "confluence",
            "courier", "jira",
            "beacon", "confluence");

    private static final Map<String, String> SUPPORTED = Map.of(
            "confluence", "8.5.x, 9.0-9.4, 10.0 and later",
            "jira", "9.12.x, 10.0 and later");

    private static final List<Paid> LICENCES = List.of(
            paid("SEN-20001", "Nordlicht Pumps", "marta@nordlicht.example", "signpost", Hosting.DATA_CENTER, 210),
            paid("SEN-20002", "Nordlicht Pumps", "marta@nordlicht.example", "ledger", Hosting.DATA_CENTER, 24),
            paid("E-3AA-001", "Nordlicht Pumps", "marta@nordlicht.example", "canvas", Hosting.CLOUD, 120),
            paid("SEN-20003", "Nordlicht Pumps", "marta@nordlicht.example", "courier", Hosting.DATA_CENTER, -40),
            paid("E-3AA-002", "Kestrel Analytics", "avery@kestrel.example", "signpost", Hosting.CLOUD, 300),
            paid("E-3AA-003", "Kestrel Analytics", "avery@kestrel.example", "courier", Hosting.CLOUD, 80),
            paid("SEN-20004", "Himal Tea Traders", "asha@himal.example", "signpost", Hosting.DATA_CENTER, 45),
            new Paid("E-3AA-004", "Himal Tea Traders", "asha@himal.example", "canvas", Hosting.CLOUD, "EVALUATION", 12),
            paid("SEN-20005", "Brightwater Council", "edith@brightwater.example", "signpost", Hosting.DATA_CENTER, 150),
            paid("SEN-20006", "Brightwater Council", "edith@brightwater.example", "ledger", Hosting.DATA_CENTER, -3),
            paid("SEN-20007", "Maplework Consulting", "lena@maplework.example", "signpost", Hosting.DATA_CENTER, 330),
            paid("E-3AA-005", "Pinecrest Apps", "robin@pinecrest.example", "signpost", Hosting.CLOUD, 60));

    private final JdbcClient database;
    private final Apps apps;
    private final Platforms platforms;
    private final Releases releases;
    private final Clock clock;

    DemoCatalogue(JdbcClient database, Apps apps, Platforms platforms, Releases releases, Clock clock) {
        this.database = database;
        this.apps = apps;
        this.platforms = platforms;
        this.releases = releases;
        this.clock = clock;
    }

    private static Paid paid(String number, String company, String contact, String app, Hosting hosting, int endsIn) {
        return new Paid(number, company, contact, app, hosting, "COMMERCIAL", endsIn);
    }

    void add() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Long> ids = new HashMap<>();
        PRODUCTS.forEach(product -> ids.put(product.key, add(product, today)));
        apps.all().stream().filter(app -> HOSTS.containsKey(app.key())).forEach(app -> release(app, ids, today));
        LICENCES.forEach(licence -> add(licence, today));
        database.sql("update platform set demo = true").update();
    }

    private long add(Product product, LocalDate today) {
        long id = platforms.put(product.key, product.name, product.kind);
        for (Line line : product.lines) {
            LocalDate ends = line.endsIn == null ? null : today.plusDays(line.endsIn);
            platforms.put(id, new PlatformRelease(range(line.version), null, ends));
        }
        return id;
    }

    private void release(App app, Map<String, Long> platformIds, LocalDate today) {
        String host = Objects.requireNonNull(HOSTS.get(app.key()));
        Map<Long, VersionRange> on = Map.of(
                known(platformIds, host), range(Objects.requireNonNull(SUPPORTED.get(host))),
                known(platformIds, "postgresql"), range("14-17"),
                known(platformIds, "firefox"), range("115 and later"),
                known(platformIds, "chrome"), range("120 and later"));
        put(app, Hosting.DATA_CENTER, "3.1", Channel.STABLE, today.minusDays(500), on);
        put(app, Hosting.DATA_CENTER, "3.2", Channel.STABLE, today.minusDays(200), on);
        put(app, Hosting.DATA_CENTER, "4.0", Channel.STABLE, today.minusDays(30), on);
        put(app, Hosting.DATA_CENTER, "4.1.0-beta1", Channel.BETA, today.minusDays(5), on);
        put(app, Hosting.CLOUD, "4.0", Channel.STABLE, today.minusDays(3), on);
    }

    private void put(
            App app, Hosting hosting, String version, Channel channel, LocalDate released, Map<Long, VersionRange> on) {
        Version number = Version.parse(version).orElseThrow();
        releases.put(app.id(), new Release(0, hosting, number, channel, released, on));
    }

    private static long known(Map<String, Long> ids, String key) {
        return Objects.requireNonNull(ids.get(key));
    }

    private static VersionRange range(String text) {
        return VersionRange.parse(text).orElseThrow();
    }

    /** The whole organisation's, as if the admin had said so. */
    private void add(Paid paid, LocalDate today) {
        database.sql("""
                        with added as (
                            insert into licence (key, entitlement_number, sen, app_key, hosting, kind, status, tier,
                                starts_on, ends_on, company, technical_contact, imported_at, demo)
                            values (:number, :entitlement, :sen, :app, :hosting, :kind, 'ACTIVE', '100 Users',
                                :starts, :ends, :company, :contact, :now, true)
                            returning id)
                        insert into licence_organisation
                        select added.id, o.id from added, organisation o where o.demo and o.name = :company
                        """)
                .param("number", paid.number)
                .param("entitlement", paid.number.startsWith("E-") ? paid.number : null)
                .param("sen", paid.number.startsWith("SEN-") ? paid.number : null)
                .param("app", paid.app)
                .param("hosting", paid.hosting.name())
                .param("kind", paid.kind)
                .param("starts", today.plusDays(paid.endsIn).minusYears(1))
                .param("ends", today.plusDays(paid.endsIn))
                .param("company", paid.company)
                .param("contact", paid.contact)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
