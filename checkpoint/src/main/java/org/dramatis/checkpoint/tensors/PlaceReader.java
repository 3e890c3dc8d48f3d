package org.dramatis.checkpoint.tensors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.dramatis.checkpoint.CheckpointException;
import tools.jackson.databind.JsonNode;

/** Reads what a header says about one tensor: {@code {"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}. */
record PlaceReader(String source, String name, JsonNode said) {
    /** More dimensions than any tensor library takes. */
    private static final int MOST_DIMENSIONS = 64;

    private static final int LONGEST_QUOTE = 80;

    TensorPlace read() {
        if (!said.isObject()) {
            throw wrong("is described by " + quoted(said) + ", where an object must be");
        }
        DataType type = type();
        List<Long> shape = wholeNumbers("shape", MOST_DIMENSIONS);
        List<Long> offsets = wholeNumbers("data_offsets", 2);
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw wrong("has data_offsets " + offsets + ", which must be two, the first not above the second");
        }
        TensorPlace place = new TensorPlace(name, type, shape, offsets.get(0), offsets.get(1));
        requireSize(place);
        return place;
    }

    private DataType type() {
        JsonNode type = said.path("dtype");
        return DataType.named(type.isString() ? type.stringValue() : "")
                .orElseThrow(() -> wrong(
                        "has dtype " + quoted(type) + ", which is none of " + Arrays.toString(DataType.values())));
    }

    private List<Long> wholeNumbers(String member, int most) {
        JsonNode list = said.path(member);
        if (!list.isArray() || list.size() > most) {
            throw wrong("has " + member + " " + quoted(list) + ", where a list of up to " + most + " numbers must be");
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : list) {
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw wrong("has " + quoted(number) + " in its " + member
                        + ", where whole numbers from 0 up to 2^63 - 1 must be");
            }
            numbers.add(number.longValue());
        }
        return numbers;
    }

    private void requireSize(TensorPlace place) {
        OptionalLong expected = place.type().byteCount(place.shape());
        if (expected.isEmpty()) {
            throw wrong("has type " + place.type() + " and shape " + place.shape()
                    + ", which come to no whole number of bytes below 2^60");
        }
        if (expected.getAsLong() != place.end() - place.begin()) {
            throw wrong("has type " + place.type() + " and shape " + place.shape() + ", which take "
                    + expected.getAsLong() + " bytes, but data_offsets [" + place.begin() + ", " + place.end()
                    + "], which are " + (place.end() - place.begin()));
        }
    }

    private CheckpointException wrong(String what) {
        return new CheckpointException(source + ": tensor '" + name + "' " + what);
    }

    static String quoted(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
