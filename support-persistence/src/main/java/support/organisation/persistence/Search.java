package support.organisation.persistence;

/** What people type to find something: every character of it means itself. */
final class Search {
    private Search() {}

    /** A pattern for {@code ilike}. */
    static String containing(String typed) {
        return "%" + typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
