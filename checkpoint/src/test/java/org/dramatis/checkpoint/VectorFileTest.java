package org.dramatis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.SafetensorsWriter;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static TensorEntry tensor(String name, List<Long> shape, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return new TensorEntry(name, DataType.F32, shape, MemorySegment.ofBuffer(bytes));
    }

    private Path write(TensorEntry... tensors) {
        Path file = folder.resolve("happy.safetensors");
        SafetensorsWriter.write(file, List.of(tensors));
        return file;
    }

    @Test
    void aTensorIsAddedBehindTheLayerThatItIsNamedAfter() {
        VectorFile file =
                VectorFile.read(write(tensor("layer.11", List.of(2L), 1, 2), tensor("layer.3", List.of(2L), -.5f, 0)));

        assertThat(file.changes(2))
                .containsExactly(
                        new Change.Add(Site.after(3), Direction.of(-1, 0), Change.Where.EVERYWHERE),
                        new Change.Add(Site.after(11), Direction.of(2, 4), Change.Where.EVERYWHERE));
    }

    @Test
    void aTensorOfAnotherNameOrShapeIsRefused() {
        assertThatThrownBy(() -> VectorFile.read(write(tensor("happy", List.of(2L), 1, 2))))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(
                        "happy.safetensors has the tensor 'happy' of shape [2]: a vector has one dimension");
        assertThatThrownBy(() -> VectorFile.read(write(tensor("layer.1", List.of(1L, 2L), 1, 2))))
                .hasMessageContaining("of shape [1, 2]");
    }

    @Test
    void aFileWithoutTensorsOrWithABrokenNumberIsRefused() {
        assertThatThrownBy(() -> VectorFile.read(write())).hasMessageContaining("has no tensor");
        assertThatThrownBy(() -> VectorFile.read(write(tensor("layer.1", List.of(2L), 1, Float.NaN))))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tensor 'layer.1': entry 1 of a direction is NaN");
    }
}
