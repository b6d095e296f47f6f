package support.partner.app;

import support.partner.PartnerEvent;

/** Something has happened to a partner. Published in the transaction that keeps it. */
public record PartnerChanged(PartnerEvent event) {}
