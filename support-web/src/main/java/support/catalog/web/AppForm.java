package support.catalog.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.catalog.App;
import support.catalog.Hosting;
import support.catalog.Lifecycle;

/** An app as an admin writes it down: anything may be missing or absurd. */
record AppForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable String ours,
        @Nullable String lifecycle,
        @Nullable String retiresOn,
        @Nullable List<String> hostings) {

    static final AppForm EMPTY = new AppForm("", "", "true", "ACTIVE", "", List.of("CLOUD", "DATA_CENTER"));

    static AppForm of(App app) {
        return new AppForm(
                app.key(),
                app.name(),
                String.valueOf(app.ours()),
                app.lifecycle().name(),
                app.retiresOn() == null ? "" : app.retiresOn().toString(),
                app.hostings().stream().map(Enum::name).toList());
    }

    public boolean has(Hosting hosting) {
        return hostings != null && hostings.contains(hosting.name());
    }

    /** Right only when there are no errors. */
    App read(BindingResult errors) {
        String named = Entry.text(key);
        if (!App.isKey(named)) {
            errors.rejectValue("key", "catalogue.key.wrong");
        }
        LocalDate retires = Entry.day(retiresOn, "retiresOn", errors);
        Set<Hosting> on = Arrays.stream(Hosting.values()).filter(this::has).collect(Collectors.toSet());
        return new App(
                0,
                named,
                Entry.name(name, "name", errors),
                !"false".equals(ours),
                Entry.one(lifecycle, Lifecycle.class, Lifecycle.ACTIVE),
                retires,
                on);
    }
}
