package support.access.app;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.springframework.util.function.SingletonSupplier;

/** Passwords of breaches that are long enough to be chosen: nobody guesses them by a pattern, everybody has them in a list. */
final class LeakedPasswords {
    /** Of the hundred thousand that were met most often; loaded when they are first needed. */
    private static final Supplier<Set<String>> LONG_ONES = SingletonSupplier.of(LeakedPasswords::load);

    private LeakedPasswords() {}

    private static Set<String> load() {
        return DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
                .map(LeakedPasswords::plain)
                .filter(password -> password.length() >= Passwords.SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** However its letters are written, large or small. */
    static boolean contains(String password) {
        return LONG_ONES.get().contains(plain(password));
    }

    private static String plain(String password) {
        return password.strip().toLowerCase(Locale.ROOT);
    }
}
