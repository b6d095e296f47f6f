package support.bulk.app;

import support.bulk.Fate;

/** Something stands in the way of a deed on one ticket; nothing has been done to it. */
final class LeftAsItWas extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fate fate;

    LeftAsItWas(Fate fate) {
        super(fate.name());
        this.fate = fate;
    }

    Fate fate() {
        return fate;
    }
}
