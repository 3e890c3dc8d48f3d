package org.dramatis.checkpoint.tensors;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import tools.jackson.databind.JsonNode;

/**
 * The index of a model in several files: {@code {"weight_map":{"lm_head.weight":"model-00002-of-00002.safetensors"}}}.
 *
 * @param tensors the tensors of each file, both by name
 */
record ShardIndex(SortedMap<String, SortedSet<String>> tensors) {
    ShardIndex {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    static ShardIndex read(Path file) {
        JsonNode map = JsonFiles.object(file).path("weight_map");
        if (!map.isObject() || map.isEmpty()) {
            throw new CheckpointException(file + " has weight_map " + PlaceReader.quoted(map)
                    + ", where an object from tensors to files must be");
        }
        SortedMap<String, SortedSet<String>> tensors = new TreeMap<>();
        map.forEachEntry(
                (tensor, shard) -> tensors.computeIfAbsent(fileName(file, tensor, shard), name -> new TreeSet<>())
                        .add(tensor));
        return new ShardIndex(tensors);
    }

    private static String fileName(Path file, String tensor, JsonNode shard) {
        if (!shard.isString()) {
            throw new CheckpointException(file + " puts tensor '" + tensor + "' into " + PlaceReader.quoted(shard)
                    + ", where the name of a file must be");
        }
        return shard.stringValue();
    }
}
