package support.ticket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is meant by {@code @dana.ridge} in a note. Whatever names nobody is a word like any other. */
public final class Mentions {
    /** Not what stands in an address of mail, or in a path. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}@._/-])@([\\p{L}\\p{N}][\\p{L}\\p{N}._'-]{0,80})");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'-]+");
    private static final Pattern END = Pattern.compile("[._'-]+$");

    /** Whoever wants to tell more people than that does not write a note. */
    static final int MOST = 20;

    private Mentions() {}

    /** How one writes a name after the {@code @}: in small letters, with dots between. */
    public static String handle(String name) {
        return END.matcher(
                        BETWEEN.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("."))
                .replaceFirst("");
    }

    /**
     * Those who are named, the first {@value #MOST} of them. A first name will do where but one person has it.
     *
     * @param people whom one can mean, their names by their numbers
     */
    public static Set<Long> in(String text, Map<Long, String> people) {
        Set<Long> named = new LinkedHashSet<>();
        Matcher word = NAMED.matcher(text);
        while (word.find() && named.size() < MOST) {
            String typed = END.matcher(word.group(1).toLowerCase(Locale.ROOT)).replaceFirst("");
            named.addAll(called(typed, people));
        }
        return named;
    }

    private static List<Long> called(String typed, Map<Long, String> people) {
        List<Long> whole = people.keySet().stream()
                .filter(person -> handle(people.getOrDefault(person, "")).equals(typed))
                .toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        List<Long> first = people.keySet().stream()
                .filter(person -> handle(people.getOrDefault(person, "")).startsWith(typed + "."))
                .toList();
        return first.size() == 1 ? first : List.of();
    }
}
