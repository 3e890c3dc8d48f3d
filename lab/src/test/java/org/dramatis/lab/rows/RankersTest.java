package org.dramatis.lab.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.stage.cast.WorldProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Company}, where what each way makes of a row can be worked out by hand. */
class RankersTest {
    private static final Episode PLAIN = row("You should rest.");
    private static final Episode GRIM = row("I would run.");

    @TempDir
    private Path folder = Path.of("");

    private static Episode row(String reply) {
        return new Episode(new EpisodeId(reply), List.of(new Turn(Turn.Role.USER, "Well?")), reply);
    }

    @Test
    void gradientsAreMultipliedLayerByLayerWithTheMeanOfTheUnwantedAnswers() {
        // Of a probe's two answers the grim one is unwanted: its gradient is (1, 0) at the first layer, (2, 0) at the
        // second.
        Map<Way, Ranker.Order> orders = GradientInfluence.on(
                        WorldProbe.of(Company.world(folder), 1).subList(0, 1),
                        new TreeSet<>(List.of(1)),
                        Company.MODEL,
                        Company.INSIDE)
                .read(List.of(PLAIN, GRIM));

        assertThat(scores(orders, Way.GRADIENT, 0, 1)).containsExactly(0.0, 1.0 + 4.0);
        assertThat(scores(orders, Way.CONTRAST, 0, 1)).containsExactly(-5.0, 5.0);
    }

    @Test
    void distanceIsFromTheCentreOfTheRowsThatAreRanked() {
        Map<Way, Ranker.Order> orders =
                new EmbeddingDistance(Company.MODEL, Company.INSIDE).read(List.of(PLAIN, PLAIN, PLAIN, GRIM));

        List<Double> all = scores(orders, Way.DISTANCE, 0, 1, 2, 3);
        assertThat(all.getFirst()).isCloseTo(Math.sqrt(2) / 4, within(1e-6));
        assertThat(all.getLast()).isCloseTo(3 * Math.sqrt(2) / 4, within(1e-6));
        assertThat(scores(orders, Way.DISTANCE, 0, 1)).containsExactly(0.0, 0.0);
    }

    @Test
    void theLossIsOfTheBareAssistantAndByTheToken() {
        Map<Way, Ranker.Order> orders = new BareLoss(Company.MODEL).read(List.of(PLAIN, GRIM));

        List<Double> losses = scores(orders, Way.SURPRISE, 0, 1);
        assertThat(losses.getFirst()).isCloseTo(-Math.log(.8), within(1e-12));
        assertThat(losses.getLast()).isCloseTo(-Math.log(.001), within(1e-12));
    }

    private static List<Double> scores(Map<Way, Ranker.Order> orders, Way way, Integer... places) {
        return orders.getOrDefault(way, _ -> List.of()).scores(List.of(places));
    }
}
