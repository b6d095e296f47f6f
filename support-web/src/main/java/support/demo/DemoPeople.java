package support.demo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import support.people.Role;

/** The organisations, people and apps of the demo desk. */
@Component
class DemoPeople {
    /** One password for all, since it protects nothing: no demo desk is open to others. */
    static final String PASSWORD = "promises-hold";

    private record Company(String name, String domain, String zone, boolean shares, List<String> people) {}

    private record Colleague(String name, Role role) {}

    private record Product(String key, String name, String lifecycle, boolean ours) {
        Product(String key, String name, String lifecycle) {
            this(key, name, lifecycle, true);
        }
    }

    private static final String DESK_DOMAIN = "desk.example";

    private static final List<Company> COMPANIES = List.of(
            new Company(
                    "Nordlicht Pumps",
                    "nordlicht.example",
                    "Europe/Berlin",
                    true,
                    List.of("Marta Quell", "Jonas Reet", "Pia Sund")),
            new Company(
                    "Kestrel Analytics",
                    "kestrel.example",
                    "America/New_York",
                    false,
                    List.of("Avery Stone", "Sam Rivers")),
            new Company(
                    "Himal Tea Traders", "himal.example", "Asia/Kathmandu", true, List.of("Asha Rai", "Bishal Gurung")),
            new Company(
                    "Brightwater Council",
                    "brightwater.example",
                    "Europe/London",
                    true,
                    List.of("Edith Marlow", "Tom Ferry")),
            new Company(
                    "Maplework Consulting",
                    "maplework.example",
                    "Europe/Berlin",
                    true,
                    List.of("Lena Forst", "Nils Acker")),
            new Company("Pinecrest Apps", "pinecrest.example", "America/Chicago", true, List.of("Robin Hale")));

    /** They have raised no ticket: the stories are told of the others. */
    private static final List<Company> QUIET = List.of(
            new Company("Larkfield Digital", "larkfield.example", "Europe/Berlin", true, List.of("Mira Lark")),
            new Company("Harbourlight Systems", "harbourlight.example", "Europe/London", true, List.of("Owen Pike")),
            new Company("Oldbridge Software", "oldbridge.example", "Europe/Berlin", true, List.of("Greta Stein")));

    private static final List<Colleague> DESK = List.of(
            new Colleague("Ada Brook", Role.AGENT),
            new Colleague("Bruno Field", Role.AGENT),
            new Colleague("Clara Holm", Role.AGENT),
            new Colleague("Linus Vale", Role.LIGHT_AGENT),
            new Colleague("Dana Ridge", Role.LEAD),
            new Colleague("Emil Shore", Role.ADMIN));

    private static final List<Product> PRODUCTS = List.of(
            new Product("signpost", "Signpost Navigation for Confluence", "ACTIVE"),
            new Product("ledger", "Ledger Metadata for Confluence", "ACTIVE"),
            new Product("canvas", "Canvas Intranet", "ACTIVE"),
            new Product("courier", "Courier Notifications for Jira", "ACTIVE"),
            new Product("beacon", "Beacon Search", "LABS"),
            new Product("oldmill", "Old Mill Export", "RETIRED"),
            new Product("gridlock", "Gridlock Tables (by another vendor)", "ACTIVE", false));

    private final JdbcClient database;
    private final PasswordEncoder passwords;

    DemoPeople(JdbcClient database, PasswordEncoder passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    void add() {
        String password = passwords.encode(PASSWORD);
        add(COMPANIES, password);
        DESK.forEach(colleague -> add(colleague.name, DESK_DOMAIN, colleague.role, null, "Europe/Berlin", password));
        PRODUCTS.forEach(this::add);
    }

    void addQuiet() {
        add(QUIET, passwords.encode(PASSWORD));
    }

    private void add(List<Company> companies, String password) {
        for (Company company : companies) {
            long organisation = add(company);
            company.people.forEach(
                    name -> add(name, company.domain, Role.CUSTOMER, organisation, company.zone, password));
            database.sql("update person set manages = true where id ="
                            + " (select min(id) from person where organisation_id = :organisation)")
                    .param("organisation", organisation)
                    .update();
        }
    }

    private long add(Company company) {
        return database.sql("""
                        insert into organisation (name, shares_tickets, demo) values (:name, :shares, true) returning id
                        """)
                .param("name", company.name)
                .param("shares", company.shares)
                .query(Long.class)
                .single();
    }

    private void add(String name, String domain, Role role, @Nullable Long organisation, String zone, String password) {
        database.sql("""
                        insert into person (organisation_id, email, name, role, password, zone, demo)
                        values (:organisation, :email, :name, :role, :password, :zone, true)
                        """)
                .param("organisation", organisation)
                .param("email", address(name, domain))
                .param("name", name)
                .param("role", role.name())
                .param("password", password)
                .param("zone", zone)
                .update();
    }

    private void add(Product product) {
        database.sql("insert into app (key, name, lifecycle, ours, demo)"
                        + " values (:key, :name, :lifecycle, :ours, true)")
                .param("key", product.key)
                .param("name", product.name)
                .param("lifecycle", product.lifecycle)
                .param("ours", product.ours)
                .update();
    }

    private static String address(String name, String domain) {
        return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT) + "@" + domain;
    }
}
