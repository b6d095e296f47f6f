package support.partner;

/** A step that the present standing of the partnership does not allow; nothing has changed. */
public final class RefusedStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Standing.Step step;
    private final Standing present;

    RefusedStep(Standing.Step step, Standing present) {
        super(step + " of what is " + present);
        this.step = step;
        this.present = present;
    }

    public Standing.Step step() {
        return step;
    }

    /** The standing that the partnership has. */
    public Standing present() {
        return present;
    }
}
