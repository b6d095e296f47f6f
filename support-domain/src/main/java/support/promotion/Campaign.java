package support.promotion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import support.people.PartnerKind;

/**
 * Codes of one kind, for partners of some kinds, on some days.
 *
 * @param id 0 for one that has not been kept yet
 * @param discount in words, or as {@code 20 %}
 * @param kinds of the partners that may take codes
 * @param quota how many codes each partner may hold that were not withdrawn; 0 while none are handed out
 * @param firstDay a day in the vendor's zone, as is the last
 * @param lastDay inclusive: the campaign ends at the midnight that ends it
 * @param version counts changes, for noticing that a form is stale
 */
public record Campaign(
        long id,
        long app,
        String name,
        String discount,
        Set<PartnerKind> kinds,
        int quota,
        LocalDate firstDay,
        LocalDate lastDay,
        int version) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_DISCOUNT = 100;
    public static final int LARGEST_QUOTA = 10_000;

    /** @throws IllegalArgumentException when it would end before it begins */
    public Campaign {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("ends on " + lastDay + ", before " + firstDay);
        }
        kinds = Set.copyOf(kinds);
    }

    /** The first instant at which codes are handed out. */
    public Instant begins(ZoneId vendor) {
        return firstDay.atStartOfDay(vendor).toInstant();
    }

    /** The first instant at which none are any more: the midnight at the end of the last day, by the vendor's clock. */
    public Instant ends(ZoneId vendor) {
        return lastDay.plusDays(1).atStartOfDay(vendor).toInstant();
    }

    public boolean isOver(Instant now, ZoneId vendor) {
        return !now.isBefore(ends(vendor));
    }

    /** Why a partner of this kind gets no code of it now, whatever is left; empty when nothing speaks against it. */
    public Optional<Refusal> refusal(PartnerKind kind, Instant now, ZoneId vendor) {
        if (!kinds.contains(kind)) {
            return Optional.of(Refusal.OTHER_PARTNERS);
        }
        if (now.isBefore(begins(vendor))) {
            return Optional.of(Refusal.NOT_YET);
        }
        return isOver(now, vendor) ? Optional.of(Refusal.OVER) : Optional.empty();
    }
}
