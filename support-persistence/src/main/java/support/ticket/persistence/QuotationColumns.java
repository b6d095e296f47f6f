package support.ticket.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import support.ticket.Quotation;

/** The newest offer on a ticket, in the columns of its row. */
@Embeddable
class QuotationColumns {
    @Column(name = "quote_number")
    private int number;

    @Column(name = "quote_price")
    private BigDecimal price;

    @Column(name = "quote_currency")
    private String currency;

    @Column(name = "quote_valid_until")
    private LocalDate validUntil;

    /** For Hibernate. */
    protected QuotationColumns() {}

    QuotationColumns(Quotation quotation) {
        number = quotation.number();
        price = quotation.price();
        currency = quotation.currency().getCurrencyCode();
        validUntil = quotation.validUntil();
    }

    Quotation read() {
        return new Quotation(number, price, Currency.getInstance(currency), validUntil);
    }

    /** Null where the row has none. */
    static @Nullable Quotation read(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("quote_price");
        return price == null
                ? null
                : new Quotation(
                        row.getInt("quote_number"),
                        price,
                        Currency.getInstance(row.getString("quote_currency")),
                        row.getObject("quote_valid_until", LocalDate.class));
    }
}
