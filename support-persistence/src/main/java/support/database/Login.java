package support.database;

/** A role of the database that may sign in. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user; // never the password
    }
}
