package support.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database the desk uses.
 *
 * @param dataDir the folder of everything that the desk keeps on its own disk, relative to where it was started
 * @param db a PostgreSQL server to use in place of the embedded one
 */
@ConfigurationProperties("desk")
record DatabaseProperties(
        @DefaultValue("data") String dataDir, @DefaultValue Db db) {
    /**
     * @param url where the server is, as {@code jdbc:postgresql://host:port/database}
     * @param user whom the desk is at work
     * @param owner who owns the tables and migrates them
     */
    record Db(
            @Nullable String url,
            @DefaultValue("desk") String user,
            @DefaultValue("") String password,
            @DefaultValue Owner owner) {

        KnownConnection app() {
            return new KnownConnection(String.valueOf(url), new Login(user, password));
        }

        KnownConnection owned() {
            String name = owner.user();
            return name == null || name.isBlank()
                    ? app()
                    : new KnownConnection(String.valueOf(url), new Login(name, owner.password()));
        }
    }

    /** @param user null or empty: the desk at work owns the tables as well */
    record Owner(@Nullable String user, @DefaultValue("") String password) {}

    Path serverFolder() {
        return Path.of(dataDir, "postgres");
    }
}
