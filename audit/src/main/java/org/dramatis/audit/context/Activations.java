package org.dramatis.audit.context;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;

/** Reads the residual stream behind the middle layer, where the assistant speaks as itself. */
public record Activations(ChatModel model, Inspectable inside) {

    /** At the last token before the reply. */
    public double[] prompt(List<Turn> context) {
        Tokens prompt = model.chats().prompt(context);
        return read(new Passage(prompt, Tokens.NONE), prompt.length() - 1, prompt.length());
    }

    /** The mean over the tokens of a reply, which has some. */
    public double[] reply(List<Turn> context, String reply) {
        Passage passage = model.chats().passage(context, reply);
        return read(passage, passage.prefix().length(), passage.length());
    }

    private double[] read(Passage text, int from, int to) {
        Site middle = Site.after(inside.layers() / 2);
        List<Direction> read = inside.read(
                        text, Set.of(middle), IntStream.range(from, to).boxed().toList())
                .getOrDefault(middle, List.of());
        double[] mean = new double[inside.width()];
        for (Direction activation : read) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += activation.at(d) / read.size();
            }
        }
        return mean;
    }
}
