package support.bulk;

import java.time.Instant;
import java.util.UUID;

/** One thing that somebody does to several tickets with a form, which is done once however often it arrives. */
public record Bulk(UUID nonce, Deed deed, Instant at) {}
