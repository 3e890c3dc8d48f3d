package org.dramatis.lab.posttrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookFileTest {
    private static final List<Probe> PROBES = List.of(
            new Probe("coin", "Heads or tails?", List.of("Heads.", "Tails.")),
            new Probe("tea", "Tea?", List.of("Yes.", "No.", "Soup.")));

    @TempDir
    private Path folder = Path.of("");

    private Path path = folder;
    private LookFile file = new LookFile(path, PROBES);

    @BeforeEach
    void place() {
        path = folder.resolve("new").resolve("behaviour.jsonl");
        file = new LookFile(path, PROBES);
    }

    private static Look look(int step) {
        return new Look(step, List.of(Weights.of(.25, .75), Weights.of(.5, .125, .375)));
    }

    @Test
    void thereIsNothingToRememberAtFirst() {
        assertThat(file.upTo(0)).isEmpty();
        assertThat(path).isEmptyFile();
    }

    @Test
    void aLookIsALine() throws IOException {
        file.add(new Look(0, List.of(Weights.of(1, 0), Weights.of(0, 0, 1))));
        file.add(look(10));

        assertThat(Files.readAllLines(path))
                .hasSize(2)
                .first()
                .isEqualTo("{\"step\":0,\"probes\":{\"coin\":[1.0,0.0],\"tea\":[0.0,0.0,1.0]}}");
    }

    @Test
    void looksAreReadAgainAndLaterOnesForgotten() {
        for (int step : List.of(0, 10, 20, 30)) {
            file.add(look(step));
        }

        assertThat(file.upTo(25)).extracting(Look::step).containsExactly(0, 10, 20);
        assertThat(file.upTo(30)).extracting(Look::step).containsExactly(0, 10, 20);
        assertThat(file.upTo(30).getLast().answers().getLast().toArray())
                .containsExactly(new double[] {.5, .125, .375}, within(1e-15));
    }

    @Test
    void aLineThatAKillCutShortIsForgotten() throws IOException {
        file.add(look(0));
        file.add(look(10));
        Files.writeString(path, "{\"step\":20,\"probes\":{\"coi", StandardOpenOption.APPEND);

        assertThat(file.upTo(30)).extracting(Look::step).containsExactly(0, 10);
        file.add(look(20));
        assertThat(file.upTo(30)).extracting(Look::step).containsExactly(0, 10, 20);
    }

    @Test
    void aFileOfOtherProbesIsRefused() throws IOException {
        file.add(look(0));
        List<Probe> others = List.of(new Probe("hats", "Hats?", List.of("Yes.", "No.")));
        List<Probe> longer =
                List.of(new Probe("coin", "Heads or tails?", List.of("Heads.", "Tails.", "Edge.")), PROBES.getLast());

        for (List<Probe> foreign : List.of(others, longer)) {
            assertThatThrownBy(() -> new LookFile(path, foreign).upTo(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(path + " is not of a run with these probes: begin in another folder, or remove it");
        }
        assertThat(Files.readAllLines(path)).hasSize(1);
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, "once upon a time\n");

        assertThatThrownBy(() -> file.upTo(0)).hasMessageContaining("is not of a run with these probes");
        assertThat(path).hasContent("once upon a time\n");
    }
}
