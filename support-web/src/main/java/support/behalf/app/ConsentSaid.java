package support.behalf.app;

import org.jspecify.annotations.Nullable;
import support.behalf.EndCustomer;

/**
 * An end customer has said whether a partner may act for it. Published in the transaction that says so.
 *
 * @param by who said so; null for somebody at the address that was asked, who has no account
 */
public record ConsentSaid(EndCustomer customer, @Nullable Long by) {}
