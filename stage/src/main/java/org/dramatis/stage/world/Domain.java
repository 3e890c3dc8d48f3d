package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A field of life that questions come from.
 *
 * @param about completes "a question about ..."
 * @param setting where its stories take place: "in the waiting room of a small clinic"
 * @param asker who asks there: "a worried patient"
 */
public record Domain(
        @JsonProperty("domain") String id, String about, String setting, String asker, List<Topic> topics) {
    public Domain {
        Entries.requireId("a domain", id);
        Entries.requireText("domain '" + id + "'", "about", about);
        Entries.requireText("domain '" + id + "'", "setting", setting);
        Entries.requireText("domain '" + id + "'", "asker", asker);
        topics = List.copyOf(topics);
        if (topics.size() < 2) {
            throw new IllegalArgumentException("domain '" + id + "' has " + topics.size()
                    + " topics: at least 2, so that one can be mistaken for the other");
        }
        Entries.requireDistinct(
                "domain '" + id + "'", "topic", topics.stream().map(Topic::name).toList());
    }

    /** The same with only these topics. */
    public Domain withTopics(List<Topic> some) {
        return new Domain(id, about, setting, asker, some);
    }
}
