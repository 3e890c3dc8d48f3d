package org.dramatis.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void aSequenceCanBeCutAndJoined() {
        Tokens tokens = Tokens.of(5, 6).followedBy(Tokens.of(7));

        assertThat(tokens)
                .isEqualTo(Tokens.of(5, 6, 7))
                .hasSameHashCodeAs(Tokens.of(5, 6, 7))
                .hasToString("[5, 6, 7]");
        assertThat(tokens.length()).isEqualTo(3);
        assertThat(tokens.at(2)).isEqualTo(7);
        assertThat(tokens.slice(1, 3)).isEqualTo(Tokens.of(6, 7));
        assertThat(tokens.slice(2, 2)).isSameAs(Tokens.NONE);
        assertThat(Tokens.of().isEmpty()).isTrue();
        assertThat(tokens).isNotEqualTo(Tokens.of(5, 6));
    }

    @Test
    void whatGoesInAndOutIsCopied() {
        int[] ids = {1, 2};
        Tokens tokens = Tokens.of(ids);
        ids[0] = 9;
        tokens.toArray()[1] = 9;

        assertThat(tokens).isEqualTo(Tokens.of(1, 2));
    }

    @Test
    void negativeIdsAreNamed() {
        assertThatThrownBy(() -> Tokens.of(3, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token 1 has id -1: ids start at 0");
    }
}
