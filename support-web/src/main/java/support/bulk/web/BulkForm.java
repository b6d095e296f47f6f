package support.bulk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;
import support.bulk.Chosen;
import support.bulk.Deed;
import support.bulk.app.BulkDesk;
import support.people.Viewer;
import support.site.web.Typed;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.TicketNumber;

/**
 * What somebody has chosen and wants to do: anything may be missing or absurd.
 *
 * @param ticket as {@link Chosen} reads them
 * @param deed the button that was pressed
 * @param person {@value #ME}, {@value #NOBODY} or the number of a person
 * @param seen the version of the macro that was confirmed; none when nothing was
 * @param q the query of the queue, to go back to
 */
record BulkForm(
        @Nullable List<String> ticket,
        @Nullable String deed,
        @Nullable String person,
        @Nullable String tag,
        @Nullable String status,
        @Nullable String macro,
        @Nullable String seen,
        @Nullable String nonce,
        @Nullable String q) {
    static final String ME = "me";
    static final String NOBODY = "none";

    /** Each ticket once, in the order of the page; what is no ticket is left out. */
    List<Chosen> chosen() {
        Map<TicketNumber, Chosen> chosen = new LinkedHashMap<>();
        for (String typed : ticket == null ? List.<String>of() : ticket) {
            Chosen.parse(typed).ifPresent(one -> chosen.putIfAbsent(one.number(), one));
        }
        return List.copyOf(chosen.values());
    }

    String query() {
        return Typed.line(q);
    }

    UUID form() {
        try {
            return UUID.fromString(Objects.requireNonNullElse(nonce, ""));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    boolean isConfirmed() {
        return Typed.number(seen) >= 0;
    }

    /** What is to be done; empty, with the reason in the errors, when that is not said. */
    Optional<Deed> read(BindingResult errors, Viewer by) {
        int tickets = chosen().size();
        if (tickets == 0) {
            errors.reject("bulk.none");
        } else if (tickets > BulkDesk.MOST) {
            errors.reject("bulk.many", new Object[] {BulkDesk.MOST, tickets}, null);
        }
        return switch (Objects.requireNonNullElse(deed, "")) {
            case "assign" -> assign(errors, by);
            case "tag" -> said(Tag.parse(Typed.line(tag)), "tag", errors).map(Deed.AddTag::new);
            case "untag" -> said(Tag.parse(Typed.line(tag)), "tag", errors).map(Deed.RemoveTag::new);
            case "status" -> said(Status.given(status), "status", errors).map(Deed.SetStatus::new);
            case "macro" ->
                said(numbered(macro), "macro", errors).map(id -> new Deed.UseMacro(id, (int) Typed.number(seen)));
            default -> said(Optional.empty(), "deed", errors);
        };
    }

    private Optional<Deed> assign(BindingResult errors, Viewer by) {
        if (NOBODY.equals(person)) {
            return Optional.of(new Deed.Assign(null));
        }
        Optional<Long> to = ME.equals(person) ? Optional.of(by.id()) : numbered(person);
        return said(to, "person", errors).map(Deed.Assign::new);
    }

    private static Optional<Long> numbered(@Nullable String typed) {
        return Optional.of(Typed.number(typed)).filter(number -> number >= 0);
    }

    private static <T> Optional<T> said(Optional<T> value, String field, BindingResult errors) {
        if (value.isEmpty()) {
            errors.rejectValue(field.equals("deed") ? "tag" : field, "bulk.wrong." + field);
        }
        return value;
    }

    /** Where what became of it is told. */
    String done(UUID bulk) {
        return UriComponentsBuilder.fromPath("/queue/bulk/done")
                .queryParam("bulk", bulk)
                .queryParam("q", "{query}")
                .encode()
                .buildAndExpand(query())
                .toUriString();
    }
}
