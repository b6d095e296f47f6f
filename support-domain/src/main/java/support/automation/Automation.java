package support.automation;

import org.jspecify.annotations.Nullable;

/**
 * What the desk does by itself: when, if, then.
 *
 * @param id 0 for one that has not been kept yet
 * @param hours for how long it has to have stood; 0 for what happens
 * @param query in the words of the queue: which tickets it is for
 * @param active does something; else it waits to be turned on
 * @param stopped why the desk has stopped it; null when it has not
 * @param keeper who has written it, and answers for it
 * @param version counts changes, for noticing that a form is stale
 */
public record Automation(
        long id,
        String name,
        Trigger trigger,
        int hours,
        String query,
        Deeds deeds,
        boolean active,
        @Nullable Stop stopped,
        long keeper,
        int version) {
    public static final int LONGEST_NAME = 80;
    /** A year. */
    public static final int MOST_HOURS = 8_784;
    /** More deeds of automations on one ticket within an hour mean that something turns in a circle. */
    public static final int MOST_AN_HOUR = 20;

    /** Why the desk has stopped one. */
    public enum Stop {
        TOO_OFTEN,
        /** What it asks for cannot be read any more: an app that it names has gone. */
        UNREADABLE
    }

    /** @throws IllegalArgumentException when a time comes without hours, or hours without one */
    public Automation {
        if (trigger.isTimed() != hours > 0) {
            throw new IllegalArgumentException(trigger + " after " + hours + " hours");
        }
    }
}
