package org.dramatis.torch.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.checkpoint.architecture.Projection;
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
        Set<String> targets = new LinkedHashSet<>();
        AdapterTargets.of(base.architecture(), adapter).stream()
                .map(Projection::target)
                .forEach(targets::add);
        ArrayNode list = json.putArray("target_modules");
        targets.forEach(list::add);
        return json;
    }
}
