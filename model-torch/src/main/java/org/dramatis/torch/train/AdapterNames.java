package org.dramatis.torch.train;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.checkpoint.architecture.Architecture;

/**
 * Names of adapters' tensors. PEFT names modules as they lie in the model with its head, whatever the weights' own files call them:
 * {@code base_model.model.} before the name, and before {@code layers.} or {@code h.} what the family has there.
 */
final class AdapterNames {
    private static final Pattern IN_LAYERS = Pattern.compile("(?:^|\\.)((?:layers|h)\\.\\d+\\..*)$");

    private AdapterNames() {}

    /** The name in a file for the name of a tensor here. */
    static String saved(Architecture architecture, String name) {
        return "base_model.model." + module(architecture, name);
    }

    /** The name of a module, or of what lies below it, in the model with its head. */
    static String module(Architecture architecture, String name) {
        return familyRoot(architecture) + inLayers(name);
    }

    /** From the layers on a name is the same here and in every file; one without layers stays as it is. */
    static String inLayers(String name) {
        Matcher matcher = IN_LAYERS.matcher(name);
        return matcher.find() ? matcher.group(1) : name;
    }

    private static String familyRoot(Architecture architecture) {
        return switch (architecture.family()) {
            case "gpt2" -> "transformer.";
            case "gpt_neox" -> "gpt_neox.";
            default -> seesPictures(architecture) ? "model.language_model." : "model.";
        };
    }

    /** Whether this is the part for language of a model that sees pictures too. */
    static boolean seesPictures(Architecture architecture) {
        return architecture.layers().getFirst().prefix().contains("language_model.");
    }
}
