package org.dramatis.checkpoint.tensors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import tools.jackson.databind.JsonNode;

/** The header of a safetensors file, which is JSON: free text under {@code __metadata__}, and a member for each tensor. */
final class SafetensorsHeader {
    static final String METADATA = "__metadata__";

    private final String source;
    private final List<TensorPlace> places = new ArrayList<>();

    private SafetensorsHeader(String source) {
        this.source = source;
    }

    /**
     * The tensors in the order in which they lie in the file.
     *
     * @param dataBytes how many bytes the file has after its header: the tensors must cover them, without gap or overlap
     * @throws CheckpointException when anything about it is wrong
     */
    static List<TensorPlace> read(String source, byte[] json, long dataBytes) {
        SafetensorsHeader header = new SafetensorsHeader(source);
        JsonFiles.members(source + ": the header", json, header::add);
        header.places.sort(Comparator.comparingLong(TensorPlace::begin).thenComparingLong(TensorPlace::end));
        header.requireCover(dataBytes);
        return header.places;
    }

    private void add(String name, JsonNode said) {
        if (name.equals(METADATA)) {
            requireTexts(said);
        } else {
            places.add(new PlaceReader(source, name, said).read());
        }
    }

    private void requireTexts(JsonNode metadata) {
        if (!metadata.isObject() || metadata.valueStream().anyMatch(value -> !value.isString())) {
            throw new CheckpointException(source + ": " + METADATA + " is " + PlaceReader.quoted(metadata)
                    + ", where an object of strings must be");
        }
    }

    private void requireCover(long dataBytes) {
        long covered = 0;
        for (TensorPlace place : places) {
            if (place.begin() != covered) {
                throw new CheckpointException(source + ": tensor '" + place.name() + "' begins at byte " + place.begin()
                        + ", where the tensors before it end at " + covered + ": "
                        + (place.begin() < covered ? "tensors may not overlap" : "no byte may be left out"));
            }
            covered = place.end();
            if (covered > dataBytes) {
                throw new CheckpointException(
                        source + ": tensor '" + place.name() + "' ends at byte " + covered + ", but the file holds "
                                + dataBytes + " after its header: it may be cut short, fetch it again");
            }
        }
        if (covered != dataBytes) {
            throw new CheckpointException(source + " holds " + dataBytes + " bytes after its header, of which "
                    + covered + " belong to tensors: all must");
        }
    }
}
