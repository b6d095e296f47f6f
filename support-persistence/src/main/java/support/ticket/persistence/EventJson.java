package support.ticket.persistence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import support.ticket.TicketEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON. The kind of an event is its type's name in upper snake case: {@code SeverityChanged} is kept as
 * {@code SEVERITY_CHANGED}, so a type that has been in use is never renamed.
 */
@Component
class EventJson {
    private static final Map<String, Class<?>> TYPES = Arrays.stream(TicketEvent.What.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(EventJson::kind, Function.identity()));

    /** A number that an older version did not write yet is read as 0. */
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static String kind(TicketEvent.What what) {
        return kind(what.getClass());
    }

    static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    String write(TicketEvent.What what) {
        return mapper.writeValueAsString(what);
    }

    TicketEvent.What read(String kind, String json) {
        Class<?> type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalStateException("an event of a kind that this version does not know: " + kind);
        }
        return (TicketEvent.What) mapper.readValue(json, type);
    }
}
