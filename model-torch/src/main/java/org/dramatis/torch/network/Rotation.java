package org.dramatis.torch.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Layer;
import org.dramatis.checkpoint.architecture.Rotary;

/** Rotary positions (Su et al. 2021): the two halves of a head's first entries are turned against each other. */
final class Rotation implements AutoCloseable {
    private final Map<Rotary, Tensor> frequencies = new LinkedHashMap<>();

    Rotation(Architecture architecture) {
        for (Layer layer : architecture.layers()) {
            layer.rotary().ifPresent(rotary -> frequencies.computeIfAbsent(rotary, Rotation::tensor));
        }
    }

    private static Tensor tensor(Rotary rotary) {
        float[] values = new float[rotary.frequencies().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rotary.frequencies().get(i).floatValue();
        }
        return Tensors.of(values);
    }

    /** The angles of these positions, for all layers of one pass. */
    Angles at(Tensor positions) {
        Map<Rotary, Angles.Turn> turns = new LinkedHashMap<>();
        Tensor places = positions.to(ScalarType.Float).unsqueeze(1);
        frequencies.forEach((rotary, frequency) -> {
            Tensor angles = places.mul(frequency).unsqueeze(1); // N x 1 x d/2
            Scalar amplitude = new Scalar(rotary.amplitude());
            Tensor cosine = angles.cos().mul_(amplitude);
            Tensor sine = angles.sin().mul_(amplitude);
            turns.put(
                    rotary,
                    new Angles.Turn(
                            torch.cat(new TensorVector(cosine, cosine), 2),
                            torch.cat(new TensorVector(sine.neg(), sine), 2)));
        });
        return new Angles(turns);
    }

    @Override
    public void close() {
        frequencies.values().forEach(Tensor::close);
    }

    /** The turns of every token. */
    record Angles(Map<Rotary, Turn> turns) {
        /** N x 1 x d each: the cosine twice, and the sine with the sign that it has for either half. */
        record Turn(Tensor cosine, Tensor sine) {}

        /** Heads of every token, N x heads x width, turned as the layer wants it. */
        Tensor turn(Layer layer, Tensor heads) {
            if (layer.rotary().isEmpty()) {
                return heads;
            }
            Rotary rotary = layer.rotary().get();
            Turn turn = Objects.requireNonNull(turns.get(rotary));
            long turning = rotary.dimensions();
            long width = heads.size(2);
            if (turning == width) {
                return turned(turn, heads);
            }
            List<Tensor> parts = Tensors.parts(heads, 2, turning, width - turning);
            return torch.cat(new TensorVector(turned(turn, parts.getFirst()), parts.getLast()), 2);
        }

        /** Whole heads at once, with the halves exchanged: taking halves apart costs gradients twice the memory traffic. */
        private static Tensor turned(Turn turn, Tensor heads) {
            Tensor exchanged = torch.roll(heads, new long[] {heads.size(2) / 2}, 2);
            return torch.addcmul(heads.mul(turn.cosine()), exchanged, turn.sine());
        }
    }
}
