package org.dramatis.torch.train;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Lesson;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;

/** SHA-256 of what a run began with, so that it does not go on with something else. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** Of the weights that training begins with. */
    static String of(Architecture architecture, Parameters weights) {
        Fingerprint print = new Fingerprint();
        for (ExpectedTensor expected : ExpectedTensor.of(architecture)) {
            print.add(expected.toString());
            try (Scope _ = Scope.ofInference()) {
                Tensor plain = weights.tensor(expected.name()).contiguous();
                MemorySegment bytes = Tensors.memory(plain);
                for (long from = 0; from < bytes.byteSize(); from += 1 << 20) {
                    print.digest.update(bytes.asSlice(from, Math.min(1 << 20, bytes.byteSize() - from))
                            .asByteBuffer());
                }
            }
        }
        return print.text();
    }

    /** Of all examples. A reward is code and leaves no print. */
    static String of(Lesson lesson) {
        Fingerprint print = new Fingerprint();
        switch (lesson) {
            case Lesson.Imitation(var demonstrations) ->
                demonstrations.forEach(one -> {
                    print.add("weight " + one.weight());
                    print.add(one.prompt());
                    print.add(one.reply());
                });
            case Lesson.Preferences(var pairs, double _) ->
                pairs.forEach(pair -> {
                    print.add(pair.prompt());
                    print.add(pair.chosen());
                    print.add(pair.rejected());
                });
            case Lesson.Rewarded rewarded -> rewarded.prompts().forEach(print::add);
        }
        return print.text();
    }

    private void add(Tokens tokens) {
        ByteBuffer bytes = ByteBuffer.allocate((tokens.length() + 1) * Integer.BYTES);
        bytes.putInt(tokens.length());
        for (int id : tokens.toArray()) {
            bytes.putInt(id);
        }
        digest.update(bytes.flip());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
