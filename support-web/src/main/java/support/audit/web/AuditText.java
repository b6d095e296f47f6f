package support.audit.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.audit.Deed;
import support.audit.persistence.AuditEntry;

/** Entries of the audit log in sentences; who is gone is named by a number. */
@Component
class AuditText {
    /**
     * @param hash its first digits
     * @param isOwn done by people to themselves
     */
    record Line(
            long id,
            Instant at,
            String sentence,
            String details,
            @Nullable Long actor,
            String subject,
            @Nullable String network,
            String hash,
            boolean isOwn) {}

    /** @param words the sentence with gaps for the names */
    record Choice(Deed deed, String words) {}

    private static final String GAP = "…";
    private static final int DIGITS = 8;

    private final MessageSource messages;

    AuditText(MessageSource messages) {
        this.messages = messages;
    }

    List<Line> lines(List<AuditEntry> entries) {
        return entries.stream().map(this::line).toList();
    }

    List<Choice> choices() {
        return Stream.of(Deed.values())
                .map(deed -> new Choice(deed, say("audit." + deed, GAP, GAP)))
                .toList();
    }

    private Line line(AuditEntry entry) {
        return new Line(
                entry.id(),
                entry.at(),
                sentence(entry),
                details(entry),
                entry.actor(),
                entry.subject(),
                entry.network(),
                beginning(entry.hash()),
                isOwn(entry));
    }

    /** A hash that somebody has tampered with may be of any length. */
    private static String beginning(String hash) {
        return hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    /** Some deeds read otherwise where people did them to themselves. */
    private String sentence(AuditEntry entry) {
        Object[] names = {actor(entry), subject(entry), entry.deed()};
        String key = "audit." + entry.deed();
        return Stream.of(isOwn(entry) ? key + ".own" : key, key, "audit.other")
                .map(candidate -> find(candidate, names))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(entry.deed());
    }

    private static boolean isOwn(AuditEntry entry) {
        return entry.actor() != null && entry.subject().equals("person:" + entry.actor());
    }

    private String actor(AuditEntry entry) {
        if (entry.actor() == null) {
            return say(entry.network() == null ? "audit.desk" : "audit.stranger");
        }
        String name = entry.actorName();
        return name == null ? say("audit.gone.person", String.valueOf(entry.actor())) : name;
    }

    private String subject(AuditEntry entry) {
        if (entry.subjectName() != null) {
            return entry.subjectName();
        }
        String[] parts = entry.subject().split(":", 2);
        String words =
                parts.length == 2 ? find("audit.gone." + parts[0], parts[1]) : find("audit.subject." + entry.subject());
        return words == null ? entry.subject() : words;
    }

    private String details(AuditEntry entry) {
        return entry.details().entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining(", "));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Null where there is no such message; a default would be read as a pattern itself. */
    private @Nullable String find(String key, Object... arguments) {
        return messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale());
    }
}
