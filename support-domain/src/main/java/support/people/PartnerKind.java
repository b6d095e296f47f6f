package support.people;

/** What kind of seller of the vendor an organisation is. */
public enum PartnerKind {
    MARKETPLACE_PARTNER,
    SOLUTION_PARTNER
}
