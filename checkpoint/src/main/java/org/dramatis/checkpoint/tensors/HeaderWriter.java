package org.dramatis.checkpoint.tensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the header of a safetensors file after its length, padded so that the tensors begin at a multiple of eight. */
final class HeaderWriter {
    private static final int ALIGNMENT = 8;
    private static final JsonMapper MAPPER = new JsonMapper();

    private HeaderWriter() {}

    /** @throws IllegalArgumentException when two tensors have one name */
    static byte[] header(List<StoredTensor> tensors) {
        ObjectNode header = MAPPER.createObjectNode();
        // Other tools refuse a file that does not say which library's conventions it follows: pt is PyTorch.
        header.putObject(SafetensorsHeader.METADATA).put("format", "pt");
        long offset = 0;
        for (StoredTensor tensor : tensors) {
            if (header.has(tensor.name())) {
                throw new IllegalArgumentException("a file can hold one tensor '" + tensor.name() + "', not more");
            }
            add(header.putObject(tensor.name()), tensor, offset);
            offset += tensor.byteCount();
        }
        return framed(MAPPER.writeValueAsBytes(header));
    }

    private static void add(ObjectNode place, StoredTensor tensor, long offset) {
        place.put("dtype", tensor.type().name());
        var shape = place.putArray("shape");
        tensor.tensor().shape().forEach(shape::add);
        place.putArray("data_offsets").add(offset).add(offset + tensor.byteCount());
    }

    private static byte[] framed(byte[] json) {
        int padded = Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT;
        byte[] framed = new byte[Long.BYTES + padded];
        Arrays.fill(framed, (byte) ' ');
        ByteBuffer.wrap(framed).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(json);
        return framed;
    }
}
