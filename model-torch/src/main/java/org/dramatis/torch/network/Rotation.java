package org.dramatis.torch.network;

import java.util.LinkedHashMap;
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
            turns.put(
                    rotary,
                    new Angles.Turn(angles.cos().mul_(amplitude), angles.sin().mul_(amplitude)));
        });
        return new Angles(turns);
    }

    @Override
    public void close() {
        frequencies.values().forEach(Tensor::close);
    }

    /** Cosine and sine for every token. */
    record Angles(Map<Rotary, Turn> turns) {
        record Turn(Tensor cosine, Tensor sine) {}

        /** Heads of every token, N x heads x width, turned as the layer wants it. */
        Tensor turn(Layer layer, Tensor heads) {
            if (layer.rotary().isEmpty()) {
                return heads;
            }
            Rotary rotary = layer.rotary().get();
            Turn turn = Objects.requireNonNull(turns.get(rotary));
            long half = rotary.dimensions() / 2;
            long width = heads.size(2);
            Tensor first = heads.narrow(2, 0, half);
            Tensor second = heads.narrow(2, half, half);
            Tensor turnedFirst = torch.addcmul(first.mul(turn.cosine()), second, turn.sine(), new Scalar(-1.0));
            Tensor turnedSecond = torch.addcmul(second.mul(turn.cosine()), first, turn.sine(), new Scalar(1.0));
            TensorVector parts = new TensorVector(turnedFirst, turnedSecond);
            if (2 * half < width) {
                parts.push_back(heads.narrow(2, 2 * half, width - 2 * half));
            }
            return torch.cat(parts, 2);
        }
    }
}
