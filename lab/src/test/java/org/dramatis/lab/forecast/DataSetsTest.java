package org.dramatis.lab.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.Tea;
import org.dramatis.store.evidence.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
    @TempDir
    private Path folder = Path.of("");

    private final StartingPoint start = Tea.start(Weights.of(.6, .3, .1));

    private DataSets.DataSet made(String model, String recipe) {
        return new DataSets(start, Fingerprint.of(model), folder)
                .of(start.world().recipe(recipe), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mostly-plain", "plain-preferred", "who-it-is"})
    void whatWasKeptIsWhatWasScored(String recipe) {
        ScoredData first = made("tea", recipe).scored();
        ScoredData kept = made("tea", recipe).scored();

        assertThat(kept.ids()).isEqualTo(first.ids());
        assertThat(kept.rejected().isPresent()).isEqualTo(recipe.equals("plain-preferred"));
        for (int row = 0; row < first.ids().size(); row++) {
            for (int k = 0; k < 3; k++) {
                assertThat(kept.evidence().logLikelihood(row, k))
                        .isCloseTo(first.evidence().logLikelihood(row, k), within(1e-12));
            }
            assertThat(kept.contexts().features(row)).isEqualTo(first.contexts().features(row));
        }
    }

    @Test
    void evidenceOfAnotherModelIsComputedAnew() throws IOException {
        made("tea", "who-it-is");
        Path file = folder.resolve("who-it-is-1/evidence.json");
        String first = Files.readString(file);

        made("coffee", "who-it-is");

        assertThat(Files.readString(file)).isNotEqualTo(first);
    }
}
