package org.dramatis.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;

/**
 * What a text that was read leaves behind for those who go on from it: keys and values of each layer, each key-value heads x
 * tokens x head width. A text that went on from another has only its own and leans on the other's. Lives outside scopes until it
 * is closed; what it leans on must live as long.
 */
public final class KeyValues implements AutoCloseable {
    private final Optional<KeyValues> before;
    private final List<Tensor> keys;
    private final List<Tensor> values;

    KeyValues(Optional<KeyValues> before, List<Tensor> keys, List<Tensor> values) {
        this.before = before;
        this.keys = List.copyOf(keys);
        this.values = List.copyOf(values);
    }

    /** What a token takes, in all layers together. */
    public static long bytesPerToken(Architecture architecture) {
        return 2L
                * Float.BYTES
                * architecture.layers().size()
                * architecture.attention().keyValueHeads()
                * architecture.attention().headWidth();
    }

    /** Tokens of the whole text so far. */
    public int tokens() {
        return before.map(KeyValues::tokens).orElse(0)
                + Math.toIntExact(keys.getFirst().size(1));
    }

    /** The keys so far for each of some rows, and then their own, rows x heads x tokens x width. */
    Tensor keysThen(int layer, Tensor own) {
        return then(texts().stream().map(text -> text.keys.get(layer)).toList(), own);
    }

    Tensor valuesThen(int layer, Tensor own) {
        return then(texts().stream().map(text -> text.values.get(layer)).toList(), own);
    }

    private static Tensor then(List<Tensor> parts, Tensor own) {
        TensorVector all = new TensorVector();
        for (Tensor part : parts) {
            all.push_back(part.unsqueeze(0).expand(own.size(0), part.size(0), part.size(1), part.size(2)));
        }
        all.push_back(own);
        return torch.cat(all, 2);
    }

    /** Writes the keys and values so far into rooms for them, each key-value heads x tokens x head width. */
    void copyTo(int layer, Tensor keyRoom, Tensor valueRoom) {
        long from = 0;
        for (KeyValues text : texts()) {
            long tokens = text.keys.get(layer).size(1);
            keyRoom.narrow(1, from, tokens).copy_(text.keys.get(layer));
            valueRoom.narrow(1, from, tokens).copy_(text.values.get(layer));
            from += tokens;
        }
    }

    /** From the first text on. */
    private List<KeyValues> texts() {
        List<KeyValues> texts = new ArrayList<>(before.map(KeyValues::texts).orElse(List.of()));
        texts.add(this);
        return texts;
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
    }
}
