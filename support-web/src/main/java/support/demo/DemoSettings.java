package support.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the desk starts with demo people and tickets ({@code DESK_DEMO_*}).
 *
 * @param enabled only a desk that has no people at all is filled
 * @param tickets how many
 * @param days over how many days the tickets are spread, back from now
 */
@ConfigurationProperties("desk.demo")
record DemoSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("320") int tickets,
        @DefaultValue("60") int days) {}
