package org.dramatis.torch.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.tensors.TensorFiles;

/** Signs that the files of a checkpoint are not those of its configuration: numbers that would silently be left out. */
final class SurplusTensors {
    /** Masks that old files of GPT-2 and GPT-NeoX keep beside the weights. */
    private static final List<String> BUFFERS =
            List.of(".attn.bias", ".attn.masked_bias", ".attention.bias", ".attention.masked_bias");

    private SurplusTensors() {}

    static void refuse(TensorFiles files, Architecture architecture) {
        Set<String> expected = ExpectedTensor.of(architecture).stream()
                .map(ExpectedTensor::name)
                .collect(Collectors.toSet());
        for (String name : files.names()) {
            if (!expected.contains(name) && inLayer(name, architecture)) {
                throw new CheckpointException("tensor '" + name + "' has no place in the " + architecture.family()
                        + " that the configuration describes: they do not belong together");
            }
        }
        refuseOtherHead(files, architecture);
    }

    private static boolean inLayer(String name, Architecture architecture) {
        String first = architecture.layers().getFirst().prefix();
        return name.startsWith(first.substring(0, first.lastIndexOf('0')))
                && (name.endsWith(".weight") || name.endsWith(".bias"))
                && BUFFERS.stream().noneMatch(name::endsWith);
    }

    /** A head beside a tied embedding is a copy of it. */
    private static void refuseOtherHead(TensorFiles files, Architecture architecture) {
        if (architecture.head().weight().isPresent()) {
            return;
        }
        String embedding = architecture.embedding().tokens();
        files.find("lm_head.weight").ifPresent(head -> {
            if (head.bytes().mismatch(files.require(embedding).bytes()) >= 0) {
                throw new CheckpointException("tensor 'lm_head.weight' differs from '" + embedding
                        + "', and the configuration ties them: set tie_word_embeddings to false to use both");
            }
        });
    }
}
