package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermTest {
    private static final Term TWO = Term.given("two", 2);
    private static final Term EIGHT = Term.given("eight", 8);

    @Test
    void valueFollowsFromParts() {
        assertThat(Term.sum("s", TWO, EIGHT).value()).isEqualTo(10);
        assertThat(Term.product("p", TWO, EIGHT).value()).isEqualTo(16);
        assertThat(Term.difference("d", TWO, EIGHT).value()).isEqualTo(-6);
        assertThat(Term.quotient("q", TWO, EIGHT).value()).isEqualTo(0.25);
        assertThat(Term.combined("m", Term.Operation.MEAN, List.of(TWO, EIGHT)).value())
                .isEqualTo(5);
        assertThat(Term.exp("e", TWO, EIGHT).value()).isEqualTo(Math.exp(10));
        assertThat(Term.combined("l", Term.Operation.LOG_SUM_EXP, List.of(TWO, EIGHT))
                        .value())
                .isCloseTo(Math.log(Math.exp(2) + Math.exp(8)), within(1e-14));
    }

    @Test
    void contradictingItselfIsAnError() {
        assertThatThrownBy(() -> new Term.Combined("all", Term.Operation.SUM, 11, List.of(TWO, EIGHT)))
                .hasMessage("'all' is said to be 11.0 but its parts give 10.0");
        assertThatThrownBy(() -> Term.given("odds", Double.NaN))
                .hasMessage("'odds' is NaN: a term is finite, or -Infinity as the logarithm of 0");
        assertThatThrownBy(() -> Term.combined("d", Term.Operation.DIFFERENCE, List.of(TWO)))
                .hasMessage("this operation takes 2 parts, got 1");
    }

    @Test
    void outlineShowsTheTree() {
        assertThat(Term.sum("all", TWO, Term.product("square", TWO, TWO)).outline())
                .isEqualTo("""
                        6.00000  all = sum of
                          2.00000  two
                          4.00000  square = product of
                            2.00000  two
                            2.00000  two
                        """);
    }

    @Test
    void aTermIsALineWhateverItIsCalled() {
        assertThat(Term.sum("all", Term.given("token '\n'", 1), Term.given("a\r\tb\u0007", 2))
                        .outline())
                .isEqualTo("""
                        3.00000  all = sum of
                          1.00000  token '\\n'
                          2.00000  a\\r\\tb\\u0007
                        """);
    }

    @Test
    void onlyALogarithmMayBeInfinite() {
        assertThat(Term.given("log prior", Double.NEGATIVE_INFINITY).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> Term.given("odds", Double.POSITIVE_INFINITY))
                .hasMessageStartingWith("'odds' is Infinity");
        assertThatThrownBy(() -> Term.quotient("share", TWO, Term.given("rows", 0)))
                .hasMessage("'share' divides by 'rows', which is 0");
    }

    @Test
    void theLargestStandByThemselves() {
        Term sum = Term.largest("all rows", "row", new double[] {1, -7, 0.5, 3}, 2);
        assertThat(sum.value()).isEqualTo(-2.5);
        assertThat(Term.largest("all rows", "row", new double[] {1}, 2).parts()).hasSize(1);
        assertThat(sum.parts())
                .containsExactly(
                        Term.given("row 1", -7), Term.given("row 3", 3), Term.given("the other rows (2)", 1.5));
    }
}
