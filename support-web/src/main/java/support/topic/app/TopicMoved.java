package support.topic.app;

import support.people.Viewer;
import support.topic.Topic;

/** A known issue or an idea has come to another stage. Published in the transaction that says so. */
public record TopicMoved(Topic topic, Viewer by) {}
