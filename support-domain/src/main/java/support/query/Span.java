package support.query;

/** A length of time as people type it: {@code 4h}. What a day or an hour is depends on what it is said of. */
public record Span(int amount, Unit unit) {
    /** The letter is what people type. */
    public enum Unit {
        MINUTES('m'),
        HOURS('h'),
        DAYS('d'),
        WEEKS('w');

        private final char letter;

        Unit(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }
    }

    public Span {
        if (amount < 0) {
            throw new IllegalArgumentException("no span is shorter than nothing, not " + amount);
        }
    }

    @Override
    public String toString() {
        return "" + amount + unit.letter;
    }
}
