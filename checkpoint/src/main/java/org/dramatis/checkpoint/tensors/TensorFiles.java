package org.dramatis.checkpoint.tensors;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;

/**
 * All tensors of a model, in one safetensors file or in several with an index, mapped into memory until closed. Any thread may
 * read; closing while another reads is an error.
 *
 * <p>Tensors of every type are listed, so that a buffer of booleans does no harm; weights are read from F32, F16 and BF16.
 *
 * <pre>{@code
 * try (TensorFiles tensors = TensorFiles.open(new ModelFolder(path)); Arena arena = Arena.ofConfined()) {
 *     TensorEntry embedding = tensors.require("model.embed_tokens.weight");
 *     MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, embedding.elements());
 *     tensors.readWeights(embedding.name(), floats);
 * }
 * }</pre>
 */
public final class TensorFiles implements AutoCloseable {
    static final String WHOLE = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final List<SafetensorsFile> files = new ArrayList<>();
    private final SortedMap<String, Home> homes = new TreeMap<>();

    private TensorFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the tensors of a folder, and checks all that its files say about them.
     *
     * @throws CheckpointException naming the file, and the tensor where there is one
     */
    public static TensorFiles open(ModelFolder folder) {
        TensorFiles tensors = new TensorFiles(folder.path());
        try {
            tensors.openAll(folder);
            return tensors;
        } catch (RuntimeException problem) {
            tensors.close();
            throw problem;
        }
    }

    /**
     * Opens the tensors of one file, an adapter's say. The caller has seen to it that the file is where it should be.
     *
     * @throws CheckpointException naming the file, and the tensor where there is one
     */
    public static TensorFiles openFile(Path file) {
        TensorFiles tensors = new TensorFiles(file);
        tensors.add(file);
        return tensors;
    }

    /** The names of all tensors, in alphabetical order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(homes.keySet());
    }

    public Optional<TensorEntry> find(String name) {
        return Optional.ofNullable(homes.get(name)).map(Home::tensor);
    }

    /** @throws CheckpointException when there is none of this name */
    public TensorEntry require(String name) {
        return home(name).tensor();
    }

    /**
     * Fills memory with a tensor's numbers as F32, in the byte order of the machine. Native code may read them: the file may
     * change, and they do not.
     *
     * @param floats four bytes for each element
     * @throws CheckpointException when there is none of this name, it holds no weights, or its file was changed meanwhile
     */
    public void readWeights(String name, MemorySegment floats) {
        Home home = home(name);
        home.file().readWeights(home.tensor(), floats);
    }

    @Override
    public void close() {
        files.forEach(SafetensorsFile::close);
        files.clear();
        homes.clear();
    }

    private void openAll(ModelFolder model) {
        Optional<Path> whole = model.find(WHOLE);
        Optional<Path> index = model.find(INDEX);
        if (whole.isPresent()) {
            add(whole.get());
        } else if (index.isPresent()) {
            openShards(model, index.get());
        } else {
            throw OtherFormats.noSafetensors(model);
        }
    }

    private void openShards(ModelFolder model, Path index) {
        ShardIndex.read(index).tensors().forEach((name, tensors) -> {
            SafetensorsFile shard = add(model.find(name)
                    .orElseThrow(() -> new CheckpointException(
                            index + " names the file '" + name + "', which is not there: fetch it")));
            for (String tensor : tensors) {
                if (!shard.tensors().containsKey(tensor)) {
                    throw new CheckpointException(
                            index + " puts tensor '" + tensor + "' into '" + name + "', which does not hold it");
                }
            }
        });
    }

    private SafetensorsFile add(Path path) {
        SafetensorsFile file = SafetensorsFile.open(path);
        files.add(file);
        file.tensors().forEach((name, tensor) -> {
            Home other = homes.putIfAbsent(name, new Home(file, tensor));
            if (other != null) {
                throw new CheckpointException("tensor '" + name + "' is in "
                        + other.file().path() + " and in " + path + ": one must hold it");
            }
        });
        return file;
    }

    private Home home(String name) {
        return Optional.ofNullable(homes.get(name)).orElseThrow(() -> missing(name));
    }

    private CheckpointException missing(String name) {
        String held = homes.isEmpty() ? "none" : homes.size() + ", the first of them '" + homes.firstKey() + "'";
        return new CheckpointException(folder + " has no tensor '" + name + "'; it has " + held);
    }

    private record Home(SafetensorsFile file, TensorEntry tensor) {}
}
