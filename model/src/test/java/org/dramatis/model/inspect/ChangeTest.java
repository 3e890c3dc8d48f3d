package org.dramatis.model.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void aDirectionHasLengthAndProducts() {
        Direction direction = Direction.of(3, 4);

        assertThat(direction.length()).isEqualTo(5);
        assertThat(direction.dot(Direction.of(1, -1))).isCloseTo(-1, within(0.0));
        assertThat(direction.times(-2)).isEqualTo(Direction.of(-6, -8)).hasSameHashCodeAs(Direction.of(-6, -8));
        assertThat(direction.dimension()).isEqualTo(2);
        assertThat(direction).hasToString("Direction of 2 entries, length 5.0");
    }

    @Test
    void aDirectionCopiesItsEntries() {
        float[] entries = {1, 2};
        Direction direction = Direction.of(entries);
        entries[0] = 9;
        direction.toArray()[1] = 9;

        assertThat(direction).isEqualTo(Direction.of(1, 2));
        assertThat(direction.at(1)).isEqualTo(2);
    }

    @Test
    void aDirectionIsFiniteAndNotEmpty() {
        assertThatThrownBy(() -> Direction.of()).hasMessageContaining("at least one entry");
        assertThatThrownBy(() -> Direction.of(1, Float.NaN)).hasMessageContaining("entry 1");
        assertThatThrownBy(() -> Direction.of(1).dot(Direction.of(1, 2))).hasMessageContaining("1 and 2 entries");
        assertThatThrownBy(() -> Direction.of(Float.MAX_VALUE).times(2)).hasMessageContaining("not finite");
    }

    @Test
    void aCapNeedsALimitAndSomethingToProjectOn() {
        assertThatThrownBy(() -> new Change.Cap(Site.after(0), Direction.of(1), Double.NaN, Change.Where.REPLY))
                .hasMessageContaining("a cap at NaN");
        assertThatThrownBy(() -> new Change.Cap(Site.after(0), Direction.of(0, 0), 1, Change.Where.REPLY))
                .hasMessageContaining("length 0");
    }

    @Test
    void sitesAreNamedByLayerAndPlace() {
        assertThat(Site.before(2)).isEqualTo(new Site(2, Site.Place.RESIDUAL_BEFORE));
        assertThat(Site.after(2)).isEqualTo(new Site(2, Site.Place.RESIDUAL_AFTER));
        assertThat(Site.attention(2)).isEqualTo(new Site(2, Site.Place.ATTENTION));
        assertThat(Site.feedForward(2)).isEqualTo(new Site(2, Site.Place.FEED_FORWARD));
        assertThatThrownBy(() -> Site.before(-1)).hasMessageContaining("layer -1");
    }
}
