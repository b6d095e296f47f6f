package support.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the desk starts with demo people and tickets ({@code DESK_DEMO_*}).
 *
 * @param enabled only a desk that has no people at all is filled; unless said, only one with an embedded database is,
 *     since the demo's password is known to everybody
 * @param remove takes everything of the demo out again
 * @param tickets how many
 * @param days over how many days the tickets are spread, back from now
 */
@ConfigurationProperties("desk.demo")
record DemoSettings(
        @Nullable Boolean enabled,
        @DefaultValue("false") boolean remove,
        @DefaultValue("320") int tickets,
        @DefaultValue("60") int days) {

    boolean fills(boolean embeddedDatabase) {
        return !remove && (enabled == null ? embeddedDatabase : enabled);
    }
}
