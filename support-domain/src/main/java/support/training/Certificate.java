package support.training;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import support.promotion.PromoCode;

/**
 * That somebody has done a course. Whoever knows its number may see it, and what it says is all that they see.
 *
 * @param number 140 bits that nobody can guess, in groups of four signs
 * @param name of the person, as it was on that day; the title of the course too
 * @param issued a day in the vendor's zone
 */
public record Certificate(String number, String name, String course, LocalDate issued, boolean withdrawn) {
    private static final int SIGNS = 28;
    private static final String GROUPS = "(.{4})(?=.)";

    /** A number for a new one. */
    public static String number(RandomGenerator random) {
        return grouped(PromoCode.fresh(random, SIGNS));
    }

    /** What somebody typed from paper, as it is kept. */
    public static String typed(String number) {
        return grouped(PromoCode.typed(number));
    }

    private static String grouped(String signs) {
        return signs.replaceAll(GROUPS, "$1-");
    }
}
