package support.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody has shown two factors of different kinds at a provider of single sign-on. */
public final class SignOnStrength {
    /** What a person knows, has, or is. */
    private enum Kind {
        KNOWN,
        HELD,
        GROWN
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("pwd", Kind.KNOWN),
            Map.entry("pin", Kind.KNOWN),
            Map.entry("kba", Kind.KNOWN),
            Map.entry("otp", Kind.HELD),
            Map.entry("sms", Kind.HELD),
            Map.entry("tel", Kind.HELD),
            Map.entry("hwk", Kind.HELD),
            Map.entry("swk", Kind.HELD),
            Map.entry("sc", Kind.HELD),
            Map.entry("face", Kind.GROWN),
            Map.entry("fpt", Kind.GROWN),
            Map.entry("iris", Kind.GROWN),
            Map.entry("retina", Kind.GROWN),
            Map.entry("vbm", Kind.GROWN));

    private SignOnStrength() {}

    /**
     * @param methods how the person signed in there (RFC 8176); those that are not known here count for nothing
     * @param context how much that is worth, in the provider's own words; null when it does not say
     * @param strongContexts those of which the desk knows that they take two factors
     */
    public static boolean isStrong(Set<String> methods, @Nullable String context, Set<String> strongContexts) {
        return methods.contains("mfa") || kinds(methods) > 1 || context != null && strongContexts.contains(context);
    }

    private static int kinds(Set<String> methods) {
        Map<String, Kind> shown = new HashMap<>(KINDS);
        shown.keySet().retainAll(methods);
        return Set.copyOf(shown.values()).size();
    }
}
