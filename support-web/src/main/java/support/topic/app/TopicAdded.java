package support.topic.app;

import support.people.Viewer;
import support.topic.Topic;

/**
 * A known issue or an idea was made of a ticket. Published in the transaction that keeps it.
 *
 * @param ticket the number of the ticket, as it was named
 */
public record TopicAdded(Topic topic, String ticket, Viewer by) {}
