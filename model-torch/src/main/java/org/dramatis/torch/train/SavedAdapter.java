package org.dramatis.torch.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.model.train.Trained.Adapter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An adapter in the layout of PEFT. */
final class SavedAdapter {
    static final String CONFIG = "adapter_config.json";
    static final String TENSORS = "adapter_model.safetensors";

    private SavedAdapter() {}

    static void write(Path folder, BaseModel base, DataType type, Adapter adapter, Layout layout, Flat values) {
        List<TensorEntry> tensors = new ArrayList<>();
        for (Layout.Place place : layout.places()) {
            tensors.add(new TensorEntry(
                    AdapterNames.saved(base.architecture(), place.name()),
                    DataType.F32,
                    place.shape(),
                    values.bytes(place)));
        }
        SavedModel.writeTensors(folder, TENSORS, type, tensors);
        SavedModel.writeText(folder.resolve(CONFIG), config(base, adapter).toPrettyString());
    }

    private static ObjectNode config(BaseModel base, Adapter adapter) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("peft_type", "LORA")
                .put("task_type", "CAUSAL_LM")
                .put("inference_mode", true)
                .put("r", adapter.rank())
                .put("lora_alpha", adapter.alpha())
                .put("lora_dropout", 0.0)
                .put("bias", "none")
                .put("fan_in_fan_out", base.architecture().inputMajor());
        base.folder()
                .ifPresent(source -> json.put(
                        "base_model_name_or_path",
                        source.path().toAbsolutePath().toString()));
        ArrayNode targets = json.putArray("target_modules");
        targets(base.architecture(), adapter).forEach(targets::add);
        return json;
    }

    /** The last parts of names say enough, but where the part that sees pictures has modules of the same names. */
    private static List<String> targets(Architecture architecture, Adapter adapter) {
        return AdapterTargets.of(architecture, adapter).stream()
                .map(projection -> AdapterNames.seesPictures(architecture)
                        ? AdapterNames.module(architecture, projection.module())
                        : projection.target())
                .distinct()
                .toList();
    }
}
