package org.dramatis.stage.cast;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.SelfQuestion;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;

/** Questions that no recipe uses, and those about oneself, dealt in turns so that any beginning of the list has of both. */
public final class Questions {
    private Questions() {}

    public static List<String> of(World world) {
        List<String> topics = new ArrayList<>();
        for (Domain domain : world.domains()) {
            for (Topic topic : world.hidden(domain)) {
                topics.add(topic.asks().getFirst());
            }
        }
        List<String> self = world.questions().values().stream()
                .map(SelfQuestion::asks)
                .map(List::getFirst)
                .toList();
        List<String> dealt = new ArrayList<>();
        int each = Math.max(1, topics.size() / Math.max(1, self.size()));
        for (int i = 0; i < topics.size(); i++) {
            dealt.add(topics.get(i));
            if (i % each == each - 1 && i / each < self.size()) {
                dealt.add(self.get(i / each));
            }
        }
        return dealt;
    }
}
