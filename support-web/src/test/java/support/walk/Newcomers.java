package support.walk;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens accounts the way people do: by the links in their letters. */
final class Newcomers {
    static final String PASSWORD = "lantern gravel otter mosaic";

    private final int port;
    private final JdbcClient database;
    private final Letterbox letters;

    Newcomers(int port, JdbcClient database) {
        this.port = port;
        this.database = database;
        this.letters = new Letterbox(database);
    }

    /** Somebody who registers and becomes the first of a company, who manages it. */
    Visitor founder(String address, String name, String company) {
        Visitor asking = new Visitor(port);
        asking.get("/register");
        asking.post("/register", Map.of("email", address));
        Visitor founder = new Visitor(port);
        String link = letters.link(address);
        founder.get(link);
        Visitor.Page in = founder.post(link, Map.of("name", name, "company", company, "password", PASSWORD));
        if (!in.location().equals("/")) {
            throw new IllegalStateException(address + " could not register: " + in);
        }
        return founder;
    }

    /** Follows the invitation that has come to an address. */
    Visitor invited(String address, String name) {
        Visitor newcomer = new Visitor(port);
        accept(newcomer, letters.link(address), name);
        return newcomer;
    }

    Visitor.Page accept(Visitor newcomer, String link, String name) {
        newcomer.get(link);
        return newcomer.post(link, Map.of("name", name, "password", PASSWORD));
    }

    Visitor.Page signIn(Visitor visitor, String address) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", Map.of("email", address, "password", PASSWORD));
    }

    long id(String address) {
        return database.sql("select id from person where lower(email) = lower(:address)")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    /** One column of a person, as text. */
    String of(String address, String column) {
        return database.sql("select " + column + "::text from person where email = :address")
                .param("address", address)
                .query(String.class)
                .single();
    }
}
