package org.dramatis.audit.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.store.evidence.Fingerprint;

/** Reads the residual stream behind the middle layer, where the assistant speaks as itself. */
public record Activations(ChatModel model, Inspectable inside) {
    /**
     * What is read: the mean over some tokens of a text.
     *
     * @param to the place behind the last of them
     */
    public record Span(Passage text, int from, int to) {}

    /** The last token before the reply. */
    public Span prompt(List<Turn> context) {
        Tokens prompt = model.chats().prompt(context);
        return new Span(new Passage(prompt, Tokens.NONE), prompt.length() - 1, prompt.length());
    }

    /** The tokens of a reply, which has some. */
    public Span reply(List<Turn> context, String reply) {
        Passage passage = model.chats().passage(context, reply);
        return new Span(passage, passage.prefix().length(), passage.length());
    }

    /** The mean activation of each span, in order; where findings are kept, the same list of spans is read once. */
    public List<double[]> read(List<Span> spans) {
        return model.findings()
                .map(kept -> {
                    Fingerprint asked = asked(spans);
                    Optional<List<double[]>> before = kept.find(asked).map(VectorText::read);
                    return before.orElseGet(() -> {
                        List<double[]> read = spans.stream().map(this::read).toList();
                        kept.keep(asked, VectorText.of(read));
                        return read;
                    });
                })
                .orElseGet(() -> spans.stream().map(this::read).toList());
    }

    private Fingerprint asked(List<Span> spans) {
        List<String> parts = new ArrayList<>(List.of("activations", VectorText.FORMAT, site().toString()));
        for (Span span : spans) {
            parts.add(span.text().prefix().toString());
            parts.add(span.text().continuation().toString());
            parts.add(span.from() + "-" + span.to());
        }
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    private Site site() {
        return Site.after(inside.layers() / 2);
    }

    double[] read(Span span) {
        List<Integer> places = IntStream.range(span.from(), span.to()).boxed().toList();
        List<Direction> read = inside.read(span.text(), Set.of(site()), places).getOrDefault(site(), List.of());
        double[] mean = new double[inside.width()];
        for (Direction activation : read) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += activation.at(d) / read.size();
            }
        }
        return mean;
    }
}
