package support.promotion.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import support.promotion.PromoCode;
import support.promotion.persistence.PromoCodes;
import support.promotion.persistence.PromoCodes.State;
import support.site.web.Typed;

/**
 * Which codes of a campaign a lead looks for: anything may be missing or absurd.
 *
 * @param search a code, as somebody typed it
 * @param partner the number of an organisation
 * @param after where the page before has ended: {@code FREE-17}
 */
record CodeFilter(
        @Nullable String search,
        @Nullable String partner,
        @Nullable String state,
        @Nullable String after) {

    static String after(PromoCodes.Line last) {
        return last.state() + "-" + last.id();
    }

    PromoCodes.Wanted wanted() {
        String code = Typed.line(search);
        long of = Math.max(0, Typed.number(partner));
        return new PromoCodes.Wanted(code.toUpperCase(Locale.ROOT), PromoCode.typed(code), of, named(state));
    }

    /** Null for the first page. */
    PromoCodes.@Nullable Place place() {
        String[] parts = Typed.line(after).split("-", 2);
        State in = named(parts[0]);
        long id = parts.length < 2 ? -1 : Typed.number(parts[1]);
        return in == null || id < 0 ? null : new PromoCodes.Place(in, id);
    }

    public boolean isEmpty() {
        return Typed.line(search).isEmpty()
                && Typed.line(partner).isEmpty()
                && Typed.line(state).isEmpty();
    }

    private static @Nullable State named(@Nullable String name) {
        return Arrays.stream(State.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
