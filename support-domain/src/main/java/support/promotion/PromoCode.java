package support.promotion;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** How codes are written. Case never counts. */
public final class PromoCode {
    /** Crockford's base 32: no I, L, O and U, which are read as 1, 1, 0 and worse. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 60 bits. */
    private static final int LENGTH = 12;

    private static final String FORMULA = "[=+@\\-\t'].*";
    private static final String READABLE = "[A-Z0-9][A-Z0-9_-]{3,39}";

    private PromoCode() {}

    /** One that nobody can guess. */
    public static String fresh(RandomGenerator random) {
        return fresh(random, LENGTH);
    }

    /** So many signs of five bits each. */
    public static String fresh(RandomGenerator random, int length) {
        return random.ints(length, 0, SIGNS.length())
                .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                .collect(Collectors.joining());
    }

    /**
     * The code in a cell of a file, as it is kept.
     *
     * @throws BadCode when there is none
     */
    public static String read(String cell) {
        String code = cell.strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            throw new BadCode(BadCode.Problem.BLANK, "");
        }
        if (code.matches("(?s)" + FORMULA)) {
            throw new BadCode(BadCode.Problem.FORMULA, cell);
        }
        if (!code.matches(READABLE)) {
            throw new BadCode(BadCode.Problem.WRONG, cell);
        }
        return code;
    }

    /** What somebody typed from paper, as codes of the desk are kept: O for 0, I and L for 1, with blanks and dashes. */
    public static String typed(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }
}
