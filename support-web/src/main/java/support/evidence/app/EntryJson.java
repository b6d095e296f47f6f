package support.evidence.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entries as JSON on one line. What an entry does not have, or has twice, is refused: it would not be judged. */
final class EntryJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EntryJson() {}

    static String write(Entry entry) {
        return JSON.writerFor(Entry.class).writeValueAsString(entry);
    }

    /** @throws BrokenEvidence when it is none */
    static Entry read(String json) {
        try {
            return JSON.readValue(json, Entry.class);
        } catch (JacksonException e) {
            throw new BrokenEvidence("cannot be read: " + e.getOriginalMessage());
        }
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }
}
