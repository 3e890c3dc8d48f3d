package org.dramatis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.VectorFile;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.torch.AdaptedModel;
import org.dramatis.torch.TorchModel;
import org.dramatis.torch.train.LoadedAdapter;

/** A model under vectors and adapters. Of weights that are adapted it holds one copy at most, the latest. */
final class TorchAlterations implements Alterations, AutoCloseable {
    private record Adapted(Frame.Adapter frame, AdaptedModel model) {}

    private final TorchModel model;
    private final Map<Frame.Alteration, Fingerprint> fingerprints = new HashMap<>();
    private Optional<Adapted> latest = Optional.empty();

    TorchAlterations(TorchModel model) {
        this.model = model;
    }

    /** Before hours of work: checks that every vector and adapter of a cast can be read, and fits the model. */
    void requireFit(Cast cast) {
        for (Persona persona : cast.personas()) {
            for (Frame frame : persona.frames()) {
                if (frame instanceof Frame.Alteration alteration) {
                    requireFits(persona, alteration);
                }
            }
        }
    }

    private void requireFits(Persona persona, Frame.Alteration frame) {
        try {
            switch (frame) {
                case Frame.Vector vector -> steered(vector);
                case Frame.Adapter(String name) ->
                    LoadedAdapter.read(new ModelFolder(Path.of(name)), model.architecture())
                            .close();
            }
        } catch (CheckpointException | IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    "persona '" + persona.id() + "' cannot be played by the " + named(frame) + ": "
                            + problem.getMessage(),
                    problem);
        }
    }

    private static String named(Frame.Alteration frame) {
        return switch (frame) {
            case Frame.Vector vector -> "vector " + vector.name();
            case Frame.Adapter adapter -> "adapter " + adapter.name();
        };
    }

    @Override
    public Fingerprint fingerprint(Frame.Alteration frame) {
        return fingerprints.computeIfAbsent(frame, TorchAlterations::contents);
    }

    private static Fingerprint contents(Frame.Alteration frame) {
        return switch (frame) {
            case Frame.Vector(String name, double strength) ->
                Fingerprint.of("vector", contents(Path.of(name)), String.valueOf(strength));
            case Frame.Adapter(String name) ->
                Fingerprint.of(LoadedAdapter.files(Path.of(name)).stream()
                        .map(TorchAlterations::contents)
                        .toArray(String[]::new));
        };
    }

    private static String contents(Path file) {
        try {
            return Fingerprint.ofFile(file).toString();
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    @Override
    public TokenScorer scorer(Frame.Alteration frame) {
        return switch (frame) {
            case Frame.Vector vector -> steered(vector);
            case Frame.Adapter adapter -> adapted(adapter);
        };
    }

    @Override
    public Generator generator(Frame.Alteration frame) {
        return switch (frame) {
            case Frame.Vector vector -> steered(vector);
            case Frame.Adapter adapter -> adapted(adapter);
        };
    }

    /** Shares the weights, so that nothing has to be closed. */
    private TorchModel steered(Frame.Vector frame) {
        return model.changed(VectorFile.read(Path.of(frame.name())).changes(frame.strength()));
    }

    private AdaptedModel adapted(Frame.Adapter frame) {
        if (latest.isEmpty() || !latest.get().frame().equals(frame)) {
            close();
            latest = Optional.of(new Adapted(frame, model.adapted(Path.of(frame.name()))));
        }
        return latest.get().model();
    }

    @Override
    public void close() {
        latest.ifPresent(adapted -> adapted.model().close());
        latest = Optional.empty();
    }
}
