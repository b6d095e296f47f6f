package support.ticket;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What the desk would charge for what is not covered.
 *
 * @param number counts the offers on a ticket, from 1: who accepts one says which; 0 for one that is not made yet
 * @param price without tax
 * @param validUntil the last day on which it can be accepted, in the desk's zone
 */
public record Quotation(int number, BigDecimal price, Currency currency, LocalDate validUntil) {
    private static final int CENTS = 2;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000);

    /** @throws IllegalArgumentException when the price is nothing, has fractions of a cent, or is absurd */
    public Quotation {
        if (price.signum() <= 0
                || price.compareTo(LARGEST) >= 0
                || price.stripTrailingZeros().scale() > CENTS) {
            throw new IllegalArgumentException("no price: " + price);
        }
        price = price.setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    Quotation numbered(int next) {
        return new Quotation(next, price, currency, validUntil);
    }

    public boolean standsOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }
}
