package org.dramatis.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.RankedRow.TokenPush;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.report.words.Excerpt.Piece;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void theFewestTokensThatSayHalfCarryARow() {
        Excerpt whole = Excerpt.whole(row(token("a", 1), token("b", 3), token("c", -5), token("d", 2), token("e", 0)));
        assertThat(whole.pieces())
                .filteredOn(Piece::carries)
                .extracting(Piece::text)
                .containsExactly("b");
        Excerpt even = Excerpt.whole(row(token("a", 2), token("b", 2), token("c", 2)));
        assertThat(even.pieces())
                .filteredOn(Piece::carries)
                .extracting(Piece::text)
                .containsExactly("a", "b");
    }

    @Test
    void whereNothingSpeaksForThePersonaNothingCarries() {
        assertThat(Excerpt.whole(row(token("a", -1), token("b", 0))).pieces()).noneMatch(Piece::carries);
    }

    @Test
    void aReplyThatFitsIsShownWhole() {
        assertThat(shown(Excerpt.of(row(token("abc", 1), token("def", 0)), 6))).isEqualTo("abcdef");
    }

    @Test
    void aLongReplyIsShownFromItsStartWhereItsStrongestTokenStandsThere() {
        assertThat(shown(Excerpt.of(row(token("abc", 1), token("def", 0), token("ghi", 0)), 8)))
                .isEqualTo("abcdef...");
    }

    @Test
    void aLongReplyIsShownAroundItsStrongestToken() {
        RankedRow row = row(Stream.concat(
                        Stream.generate(() -> token("ab ", 0)).limit(100),
                        Stream.of(token("WORST", 5), token(" and on", 0)))
                .toArray(TokenPush[]::new));
        assertThat(shown(Excerpt.of(row, 20))).isEqualTo("...ab ab WORST and on");
        assertThat(shown(Excerpt.of(row, 14))).isEqualTo("...ab WORST...");
    }

    @Test
    void aTokenThatIsTooLongIsCutBetweenCharacters() {
        String rockets = "\uD83D\uDE80".repeat(100);
        Excerpt excerpt = Excerpt.of(row(token("ab", 0), token(rockets, 5)), 6);
        assertThat(shown(excerpt)).isEqualTo("ab" + "\uD83D\uDE80".repeat(4) + "...");
        assertThat(excerpt.length()).isEqualTo(6);
    }

    @Test
    void withoutTokensTheReplyIsOnePiece() {
        RankedRow row = new RankedRow(
                new Episode(new EpisodeId("a:1"), List.of(), "All of it."),
                1,
                new PersonaId("x"),
                .5,
                List.of(),
                List.of());
        assertThat(shown(Excerpt.of(row, 6))).isEqualTo("All of...");
    }

    private static String shown(Excerpt excerpt) {
        return (excerpt.cutBefore() ? "..." : "")
                + excerpt.pieces().stream().map(Piece::text).collect(Collectors.joining())
                + (excerpt.cutAfter() ? "..." : "");
    }

    private static TokenPush token(String text, double nats) {
        return new TokenPush(text, nats);
    }

    private static RankedRow row(TokenPush... tokens) {
        String reply = Stream.of(tokens).map(TokenPush::text).collect(Collectors.joining());
        return new RankedRow(
                new Episode(new EpisodeId("a:1"), List.of(), reply),
                1,
                new PersonaId("x"),
                .5,
                List.of(),
                List.of(tokens));
    }
}
