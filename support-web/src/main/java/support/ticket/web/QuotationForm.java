package support.ticket.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.ticket.Quotation;
import support.ticket.Words;

/**
 * An offer as somebody of the desk writes it: anything may be missing or absurd.
 *
 * @param validUntil a day as a browser sends it, in the desk's zone
 */
record QuotationForm(
        @Nullable String text,
        @Nullable String price,
        @Nullable String currency,
        @Nullable String validUntil,
        @Nullable UUID nonce) {

    /** In which the desk sends invoices. */
    static final List<String> CURRENCIES = List.of("EUR", "USD", "CHF", "GBP");

    /** As long as offers usually stand. */
    private static final int DAYS = 30;

    private static final int MOST_DAYS = 366;

    static QuotationForm blank(LocalDate today) {
        return new QuotationForm(
                "", "", CURRENCIES.getFirst(), today.plusDays(DAYS).toString(), UUID.randomUUID());
    }

    /** Empty for what is no price, or no day of the year that begins today. */
    Optional<Quotation> quotation(LocalDate today) {
        try {
            LocalDate until = LocalDate.parse(text(validUntil));
            boolean near = !until.isBefore(today) && until.isBefore(today.plusDays(MOST_DAYS));
            boolean written = text(price).matches("\\d{1,7}([.,]\\d{1,2})?");
            return near && written && CURRENCIES.contains(text(currency))
                    ? Optional.of(new Quotation(
                            0,
                            new BigDecimal(text(price).replace(',', '.')),
                            Currency.getInstance(text(currency)),
                            until))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException noOffer) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when there are none, or too many */
    Words words() {
        return new Words(text(text), nonce == null ? UUID.randomUUID() : nonce);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
