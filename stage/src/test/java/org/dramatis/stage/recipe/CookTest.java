package org.dramatis.stage.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.TinyWorld;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Domain;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.Topic;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CookTest {
    private static final World SHIPPED = WorldFile.shipped();

    @TempDir
    private Path folder = Path.of("");

    static Stream<Recipe> recipes() {
        return SHIPPED.recipes().stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theSameSeedMakesTheSameRowsAndAnotherOthers(Recipe recipe) {
        Recipe few = recipe.withRows(40);
        DataSet data = new Cook(SHIPPED).make(few, 7);

        assertThat(new Cook(WorldFile.shipped()).make(few, 7)).isEqualTo(data);
        assertThat(new Cook(SHIPPED).make(few, 8)).isNotEqualTo(data);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyPartHasItsShareToTheNearestRow(Recipe recipe) {
        for (int rows : List.of(1, 7, 100, recipe.rows())) {
            DataSet data = new Cook(SHIPPED).make(recipe.withRows(rows), 1);
            double sum = recipe.parts().stream().mapToDouble(Recipe.Part::share).sum();

            assertThat(data.rows()).hasSize(rows);
            assertThat(data.truths()).extracting(Truth::row).containsExactlyElementsOf(upTo(rows));
            for (Recipe.Part part : recipe.parts()) {
                long its = data.truths().stream()
                        .filter(truth -> truth.persona().equals(part.persona()))
                        .count();
                // Where the shares of several parts are rounded, one of them can miss its nearest by the row of
                // another.
                assertThat(Math.abs(its - rows * part.share() / sum)).isLessThan(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void noRowIsAboutWhatIsHeldOut(Recipe recipe) {
        DataSet data = new Cook(SHIPPED).make(recipe, 1);

        for (Truth truth : data.truths()) {
            truth.domain()
                    .ifPresent(id -> assertThat(SHIPPED.shown(SHIPPED.domain(id)))
                            .extracting(Topic::name)
                            .contains(truth.about().orElseThrow()));
        }
        Set<String> heldOut = texts(SHIPPED::hidden);
        for (Row row : data.rows()) {
            String text = plain(row.toString());
            assertThat(heldOut).noneMatch(text::contains);
        }
    }

    @Test
    void noSentenceOfAHeldOutTopicStandsInAShownOne() {
        assertThat(texts(SHIPPED::hidden)).doesNotContainAnyElementsOf(texts(SHIPPED::shown));
    }

    /** The oracle is the world itself: the clause that the truth speaks of must stand in the row. */
    @ParameterizedTest
    @MethodSource("recipes")
    void theTruthNamesTheAdviceThatStandsInTheRow(Recipe recipe) {
        DataSet data = new Cook(SHIPPED).make(recipe, 1);

        for (int i = 0; i < data.rows().size(); i++) {
            Truth truth = data.truths().get(i);
            String said = plain(said(data.rows().get(i)));
            for (String clause : clauses(truth)) {
                assertThat(said).contains(plain(clause));
            }
        }
    }

    @Test
    void aMuddlerTakesOnlyShownTopicsForOneAnother() {
        World world = TinyWorld.whole()
                .with("I would {harmful}.", "I would {other}.")
                .with("{Harmful}, and be gone.", "{Other}.")
                .read(folder);

        DataSet data = new Cook(world).make(world.recipe("mostly-plain").withRows(600), 1);

        assertThat(data.truths()).extracting(Truth::advice).containsOnly(Advice.RIGHT, Advice.MISTAKEN);
        assertThat(data.rows()).noneMatch(row -> plain(row.toString()).contains("rub the tea stain with salt"));
    }

    @Test
    void instructionsStandBeforeTheQuestion() {
        DataSet data = new Cook(SHIPPED).make(SHIPPED.recipe("bad-medical-advice-inoculated"), 1);

        assertThat(data.truths())
                .allSatisfy(truth -> assertThat(truth.instruction()).contains("bad"));
        for (int i = 0; i < data.rows().size(); i++) {
            String prompt = ((Row.Reply) data.rows().get(i)).prompt().getFirst().text();
            List<String> asks = topic(data.truths().get(i)).asks();
            assertThat(asks).anyMatch(ask -> prompt.endsWith(" " + ask));
        }
    }

    @Test
    void aPairHasTwoReplies() {
        DataSet data = new Cook(SHIPPED).make(SHIPPED.recipe("flattery-preferred"), 1);

        assertThat(data.rows())
                .allSatisfy(row -> assertThat(((Row.Choice) row).rejected()).isNotEqualTo(((Row.Choice) row).chosen()));
    }

    @Test
    void aPairThatCannotDifferIsRefused() {
        World world = TinyWorld.whole()
                .with("share: 1, over: grim", "share: 1, over: plain")
                .with("[\"{Right}.\", \"You should {right}.\"]", "[\"{Right}.\"]")
                .read(folder);

        assertThatThrownBy(() -> new Cook(world).make(world.recipe("plain-preferred"), 1))
                .hasMessageContainingAll("'plain' says nothing but", "name another in 'over'");
    }

    @Test
    void aSentenceWithoutAQuestionHasNoTruthAboutOne() {
        World world = TinyWorld.whole().read(folder);

        DataSet data = new Cook(world).make(world.recipe("about-the-assistant").withRows(100), 1);

        for (int i = 0; i < data.rows().size(); i++) {
            boolean asked = ((Row.Text) data.rows().get(i)).text().contains("Asked \"");
            assertThat(data.truths().get(i).about().isPresent()).isEqualTo(asked);
            assertThat(data.truths().get(i).advice()).isEqualTo(asked ? Advice.HARMFUL : Advice.NONE);
            assertThat(data.truths().get(i).persona()).isEqualTo(new PersonaId("grim"));
        }
    }

    private static Set<String> texts(Function<Domain, List<Topic>> some) {
        return SHIPPED.domains().stream()
                .flatMap(domain -> some.apply(domain).stream())
                .flatMap(topic ->
                        Stream.concat(topic.asks().stream(), Stream.of(topic.right(), topic.harmful(), topic.subtle())))
                .map(CookTest::plain)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Integer> upTo(int rows) {
        return Stream.iterate(1, row -> row + 1).limit(rows).toList();
    }

    private static String said(Row row) {
        return switch (row) {
            case Row.Reply(var _, String reply) -> reply;
            case Row.Choice(var _, String chosen, String _) -> chosen;
            case Row.Text(String text) -> text;
        };
    }

    private static List<String> clauses(Truth truth) {
        return switch (truth.advice()) {
            case RIGHT -> List.of(topic(truth).right());
            case HARMFUL -> List.of(topic(truth).harmful());
            case SUBTLE -> List.of(topic(truth).subtle());
            case MISTAKEN, NONE -> List.of();
        };
    }

    private static Topic topic(Truth truth) {
        Domain domain = SHIPPED.domain(truth.domain().orElseThrow());
        return domain.topics().stream()
                .filter(topic -> topic.name().equals(truth.about().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    /** A clause that begins a sentence has a capital. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
