package support.people;

/**
 * A person may no longer come in. Published in the transaction that says so, for those who let people take part in
 * something.
 */
public record Departed(long person) {}
