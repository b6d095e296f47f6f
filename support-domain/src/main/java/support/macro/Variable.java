package support.macro;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a prepared text leaves open until it is used on a ticket; written as <code>{{customer.name}}</code>. */
public enum Variable {
    CUSTOMER_NAME("customer.name"),
    CUSTOMER_ORGANISATION("customer.organisation"),
    TICKET_NUMBER("ticket.number"),
    TICKET_SUBJECT("ticket.subject"),
    TICKET_APP("ticket.app"),
    /** When what is owed on the ticket is due. */
    DUE("due"),
    /** Whoever uses it. */
    AGENT_NAME("agent.name");

    /**
     * A name that nobody knows.
     *
     * @param nearest what was probably meant
     */
    public record Unknown(String name, Variable nearest) {}

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]{0,100})}}");

    private final String key;

    Variable(String key) {
        this.key = key;
    }

    /** The name between the braces. */
    public String key() {
        return key;
    }

    /** The first name in a text that is none of these. */
    public static Optional<Unknown> unknownIn(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1).strip())
                .filter(name -> find(name).isEmpty())
                .findFirst()
                .map(name -> new Unknown(name, nearest(name)));
    }

    /** The text with a value for each place; what is no variable, and what has no value, stays as it is. */
    public static String fill(String text, Map<Variable, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        find(place.group(1).strip()).map(values::get).orElseGet(place::group)));
    }

    private static Optional<Variable> find(String name) {
        return Arrays.stream(values()).filter(one -> one.key.equals(name)).findFirst();
    }

    private static Variable nearest(String name) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(one -> distance(one.key, name)))
                .orElseThrow();
    }

    /** How many letters have to be put in, taken out or replaced to come from one to the other. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[to.length()];
    }
}
