package support.promotion;

/** The customer for whom a partner takes a code, by name. */
public record Customer(String name) {
    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException when it is empty, too long or has signs that are no text */
    public Customer {
        if (name.isBlank() || name.length() > LONGEST || !name.equals(clean(name))) {
            throw new IllegalArgumentException("no name of a customer");
        }
    }

    /** What somebody typed as one line: ends of lines and other signs without a face become blanks. */
    public static String clean(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
