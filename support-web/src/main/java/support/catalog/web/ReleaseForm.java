package support.catalog.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.catalog.Channel;
import support.catalog.Hosting;
import support.catalog.Platform;
import support.catalog.Release;
import support.catalog.Version;
import support.catalog.VersionRange;

/**
 * A release as an admin writes it down.
 *
 * @param platforms a line for each, as in {@code confluence: 8.5.x, 9.0-9.4}
 */
record ReleaseForm(
        @Nullable String version,
        @Nullable String hosting,
        @Nullable String channel,
        @Nullable String releasedOn,
        @Nullable String platforms) {

    static final ReleaseForm EMPTY = new ReleaseForm("", "DATA_CENTER", "STABLE", "", "");

    /** Empty when there are errors. */
    Optional<Release> read(List<Platform> known, BindingResult errors) {
        Version number = Entry.parsed(version, Version::parse, "version", errors);
        LocalDate released = Entry.day(releasedOn, "releasedOn", errors);
        Map<Long, VersionRange> supported = supported(known, errors);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Release(
                        0,
                        Entry.one(hosting, Hosting.class, Hosting.DATA_CENTER),
                        Objects.requireNonNull(number),
                        Entry.one(channel, Channel.class, Channel.STABLE),
                        released,
                        supported));
    }

    private Map<Long, VersionRange> supported(List<Platform> known, BindingResult errors) {
        Map<Long, VersionRange> supported = new HashMap<>();
        Entry.text(platforms).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            String named = colon < 0 ? line : line.substring(0, colon);
            Optional<Platform> platform = known.stream()
                    .filter(one -> one.key().equalsIgnoreCase(named.strip()))
                    .findFirst();
            Optional<VersionRange> range = colon < 0 || line.length() > Entry.LONGEST
                    ? Optional.empty()
                    : VersionRange.parse(line.substring(colon + 1));
            if (platform.isEmpty() || range.isEmpty()) {
                errors.rejectValue("platforms", "catalogue.platforms.wrong", new Object[] {line.strip()}, null);
            } else {
                supported.put(platform.get().id(), range.get());
            }
        });
        return supported;
    }
}
