package org.dramatis.torch.prefix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.prefix.PrefixTree.Leaf;
import org.dramatis.torch.prefix.PrefixTree.Stretch;
import org.junit.jupiter.api.Test;

class PrefixTreeTest {
    private static final Tokens REPLY = Tokens.of(5);

    @Test
    void aCommonBeginningIsOneStretch() {
        Tokens persona = run(1, 40);
        PrefixTree tree = new PrefixTree(List.of(
                new Passage(persona.followedBy(Tokens.of(2, 3)), REPLY),
                new Passage(persona.followedBy(Tokens.of(9, 3)), REPLY)));

        assertThat(tree.stretches()).containsExactly(new Stretch(0, Optional.empty(), 0, persona, 0));
        assertThat(tree.leaves())
                .containsExactlyInAnyOrder(new Leaf(0, Optional.of(0), 40), new Leaf(1, Optional.of(0), 40));
    }

    @Test
    void stretchesBranch() {
        Tokens persona = run(1, 40);
        Tokens question = persona.followedBy(run(2, 20)).followedBy(Tokens.of(6));
        PrefixTree tree = new PrefixTree(List.of(
                new Passage(question, Tokens.of(7)),
                new Passage(question, Tokens.of(8)),
                new Passage(persona.followedBy(Tokens.of(3, 3)), REPLY)));

        assertThat(tree.stretches()).extracting(Stretch::depth).containsExactly(0, 1);
        assertThat(tree.stretches().get(1).parent()).contains(0);
        assertThat(tree.stretches().get(1).tokens()).isEqualTo(run(2, 20));
    }

    @Test
    void theLastTokenOfAPrefixIsNeverShared() {
        Tokens prefix = run(1, 40);
        PrefixTree tree = new PrefixTree(List.of(new Passage(prefix, Tokens.of(1)), new Passage(prefix, Tokens.of(2))));

        assertThat(tree.stretches()).extracting(Stretch::end).containsExactly(39);
    }

    @Test
    void whatIsShortIsNotShared() {
        Tokens greeting = run(1, PrefixTree.SHORTEST_SHARED - 1);
        PrefixTree tree = new PrefixTree(List.of(
                new Passage(greeting.followedBy(Tokens.of(2, 3)), REPLY),
                new Passage(greeting.followedBy(Tokens.of(9, 3)), REPLY)));

        assertThat(tree.stretches()).isEmpty();
        assertThat(tree.leaves())
                .containsExactlyInAnyOrder(new Leaf(0, Optional.empty(), 0), new Leaf(1, Optional.empty(), 0));
    }

    @Test
    void thereIsNothingInATreeOfNothing() {
        assertThat(new PrefixTree(List.of()).leaves()).isEmpty();
    }

    /** Few different tokens and lengths make every kind of overlap: equal, one in the other, branching late and early. */
    @Test
    void stretchesSpellEveryPrefixThatLeansOnThem() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            List<Passage> passages = new ArrayList<>();
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                passages.add(new Passage(blocks(random), REPLY));
            }
            PrefixTree tree = new PrefixTree(passages);

            Set<Integer> seen = new HashSet<>();
            for (Leaf leaf : tree.leaves()) {
                Tokens prefix = passages.get(leaf.passage()).prefix();
                assertThat(seen.add(leaf.passage())).isTrue();
                assertThat(leaf.start()).isLessThan(prefix.length());
                assertThat(spelled(tree, leaf.parent())).isEqualTo(prefix.slice(0, leaf.start()));
            }
            assertThat(seen).hasSize(count);
        }
    }

    /** A chain of blocks of 8 tokens, each all 0 or all 1, and perhaps some tokens more. */
    private static Tokens blocks(SplittableRandom random) {
        Tokens text = run(random.nextInt(2), 1 + random.nextInt(8));
        for (int i = random.nextInt(6); i > 0; i--) {
            text = text.followedBy(run(random.nextInt(2), 8));
        }
        return text;
    }

    private static Tokens spelled(PrefixTree tree, Optional<Integer> place) {
        return place.map(tree.stretches()::get)
                .map(stretch -> spelled(tree, stretch.parent()).followedBy(stretch.tokens()))
                .orElse(Tokens.NONE);
    }

    private static Tokens run(int id, int length) {
        return Tokens.of(IntStream.generate(() -> id).limit(length).toArray());
    }
}
