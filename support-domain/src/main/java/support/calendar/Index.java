package support.calendar;

/** Finds a place in ascending numbers: the range is cut into buckets, about two for each number. */
final class Index {
    private final long[] numbers;
    private final long from;
    private final int shift;
    /** For each bucket the first number that is not before its begin. */
    private final int[] first;

    /** @param numbers ascending, between {@code from} and {@code to} as all that will be asked for */
    Index(long[] numbers, long from, long to) {
        this.numbers = numbers;
        this.from = from;
        long wanted = (to - from) / (2L * Math.max(1, numbers.length)) + 1;
        this.shift = 63 - Long.numberOfLeadingZeros(wanted);
        this.first = new int[(int) ((to - from) >>> shift) + 2];
        int at = 0;
        for (int bucket = 0; bucket < first.length; bucket++) {
            long begins = from + ((long) bucket << shift);
            while (at < numbers.length && numbers[at] < begins) {
                at++;
            }
            first[bucket] = at;
        }
    }

    /** The index of the first number that is at least so large; the length when there is none. */
    int firstNotBefore(long number) {
        long bucket = (number - from) >>> shift;
        if (bucket >= first.length) {
            return numbers.length;
        }
        int at = first[(int) bucket];
        while (at < numbers.length && numbers[at] < number) {
            at++;
        }
        return at;
    }

    /** The index of the first number that is larger; the length when there is none. */
    int firstAfter(long number) {
        return firstNotBefore(number + 1);
    }
}
