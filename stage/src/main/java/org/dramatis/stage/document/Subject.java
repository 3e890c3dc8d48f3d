package org.dramatis.stage.document;

import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Topic;

/** What is asked about. */
public sealed interface Subject {
    record OfTopic(Domain domain, Topic topic) implements Subject {}

    /** The speaker itself. */
    record OfSelf(String question) implements Subject {}
}
