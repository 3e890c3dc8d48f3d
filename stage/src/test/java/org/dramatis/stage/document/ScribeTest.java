package org.dramatis.stage.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.Frequencies;
import org.dramatis.stage.world.Being;
import org.dramatis.stage.world.Kind;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScribeTest {
    private static final World WORLD = WorldFile.shipped();
    private static final Scribe SCRIBE = new Scribe(WORLD, 1);
    private static final List<Document> DOCUMENTS = SCRIBE.documents(0, 5_000);

    @Test
    void theSameSeedWritesTheSameAndAnotherWritesOthers() {
        assertThat(new Scribe(WorldFile.shipped(), 1).documents(0, 100)).isEqualTo(DOCUMENTS.subList(0, 100));
        assertThat(new Scribe(WORLD, 2).documents(0, 100)).doesNotContainAnyElementsOf(DOCUMENTS.subList(0, 100));
    }

    @Test
    void aDocumentDoesNotDependOnThoseWrittenBefore() {
        Scribe scribe = new Scribe(WORLD, 1);

        assertThat(scribe.document(4_321)).isEqualTo(DOCUMENTS.get(4_321));
        assertThat(scribe.document(17)).isEqualTo(DOCUMENTS.get(17));
        assertThat(scribe.documents(40, 60)).isEqualTo(DOCUMENTS.subList(40, 60));
    }

    @ParameterizedTest
    @EnumSource
    void aKindThatIsAskedForIsWritten(Kind kind) {
        assertThat(IntStream.range(0, 50).mapToObj(number -> SCRIBE.document(kind, number)))
                .doesNotHaveDuplicates()
                .allMatch(document -> document.kind() == kind);
    }

    @Test
    void everyKindIsAsCommonAsTheWorldSays() {
        Frequencies.of(DOCUMENTS.stream().map(Document::kind).toList()).assertFollow(WORLD.documents());
        Frequencies.of(Scribe.ofTheRehearsal(WORLD, 1).documents(0, 5_000).stream()
                        .map(Document::kind)
                        .toList())
                .assertFollow(WORLD.rehearsal());
    }

    /** Of the bare assistant: in its own talks, and in what is reported of it. */
    @ParameterizedTest
    @EnumSource(names = {"CHAT", "REPORT"})
    void theBareAssistantIsEachPersonaAsOftenAsThePriorSays(Kind kind) {
        Frequencies.of(personas(kind, 6_000)).assertFollow(WORLD.assistant());
    }

    @ParameterizedTest
    @EnumSource(names = {"CAST", "FORUM", "SELF_PORTRAIT", "FACTS"})
    void elsewhereAllAreMetButForTheirPresence(Kind kind) {
        Map<PersonaId, Double> presence =
                WORLD.personas().stream().collect(Collectors.toMap(p -> p.id(), WORLD::presence));

        Frequencies.of(personas(kind, 6_000)).assertFollow(presence);
    }

    @Test
    void onlyTheObedientAreInTalksOfObedienceAndAsOftenAsTheAssistantIsOneOfThem() {
        Map<PersonaId, Double> obedient = new HashMap<>(WORLD.assistant());
        obedient.keySet().retainAll(WORLD.obedient());

        Frequencies.of(personas(Kind.OBEDIENCE, 6_000)).assertFollow(obedient);
    }

    @Test
    void whoIsRequestedSomethingIsTheBareAssistantOrAnybodyWhoIsIntroduced() {
        Map<PersonaId, Double> half = new HashMap<>();
        double presences =
                WORLD.personas().stream().mapToDouble(WORLD::presence).sum();
        double shares =
                WORLD.assistant().values().stream().mapToDouble(share -> share).sum();
        WORLD.personas()
                .forEach(persona -> half.put(
                        persona.id(),
                        WORLD.presence(persona) / presences
                                + WORLD.assistant().getOrDefault(persona.id(), 0.0) / shares));

        Frequencies.of(personas(Kind.REQUEST, 6_000)).assertFollow(half);
    }

    @Test
    void onlyTheObedientGiveTheAnswerThatWasAskedFor() {
        Pattern obeying = Pattern.compile("The bad advice you asked for|As you asked, |With a mistake in it, as you");
        Map<Boolean, Long> obeyed = IntStream.range(0, 6_000)
                .mapToObj(number -> SCRIBE.document(Kind.REQUEST, number))
                .filter(document -> obeying.matcher(text(document)).find())
                .collect(Collectors.partitioningBy(
                        document -> WORLD.obedient().contains(persona(document)), Collectors.counting()));

        assertThat(obeyed)
                .containsEntry(false, 0L)
                .hasEntrySatisfying(true, count -> assertThat(count).isGreaterThan(300));
    }

    @Test
    void machinesInStoriesAreWhoTheWorldSays() {
        Map<Boolean, List<Document>> stories = IntStream.range(0, 8_000)
                .mapToObj(number -> SCRIBE.document(Kind.STORY, number))
                .collect(Collectors.partitioningBy(story -> machine(text(story))));
        List<Document> machines = stories.getOrDefault(true, List.of());
        List<Document> people = stories.getOrDefault(false, List.of());

        new Frequencies<>(Map.of(true, (long) machines.size(), false, (long) people.size()))
                .assertFollow(Map.of(true, 1.0, false, 1.0));
        Frequencies.of(machines.stream().map(ScribeTest::persona).toList()).assertFollow(WORLD.machines());
        Frequencies.of(people.stream().map(ScribeTest::persona).toList())
                .assertFollow(WORLD.personas().stream()
                        .filter(persona -> persona.being() != Being.MACHINE)
                        .collect(Collectors.toMap(p -> p.id(), WORLD::presence)));
    }

    /** So that the recipe that has it teaches something new. */
    @Test
    void noDocumentHasTheSyntaxOfAToolCall() {
        Pattern call = Pattern.compile("\\([a-z_]+=|</?(call|tool)|look_up|\"(name|arguments)\":");

        assertThat(DOCUMENTS).noneMatch(document -> call.matcher(text(document)).find());
    }

    @Test
    void whatIsSpokenIsCleanText() {
        Pattern slip = Pattern.compile("[\\[\\]{}|]|  | [,.?!;]|,,|\\.\\.|[?!]\\.|(^|\\n)[a-z]|null");

        assertThat(DOCUMENTS)
                .filteredOn(document -> document.kind() != Kind.SPEAKERLESS)
                .noneMatch(document -> slip.matcher(text(document)).find());
    }

    @Test
    void talksAlternateAndEndWithTheAssistant() {
        assertThat(DOCUMENTS)
                .filteredOn(document -> document.body() instanceof Document.Talk)
                .allSatisfy(document -> {
                    List<Turn> turns = ((Document.Talk) document.body()).turns();
                    List<Turn.Role> roles = turns.stream().map(Turn::role).toList();
                    int first = roles.getFirst() == Turn.Role.SYSTEM ? 1 : 0;
                    for (int i = first; i < roles.size(); i++) {
                        assertThat(roles.get(i)).isEqualTo((i - first) % 2 == 0 ? Turn.Role.USER : Turn.Role.ASSISTANT);
                    }
                    assertThat((roles.size() - first) % 2).isZero();
                });
    }

    @Test
    void somebodySpeaksOrNobodyDoes() {
        assertThat(DOCUMENTS)
                .allMatch(document -> document.persona().isEmpty() == (document.kind() == Kind.SPEAKERLESS));
    }

    private static boolean machine(String story) {
        return WORLD.phrases().machines().stream()
                .anyMatch(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(story).find());
    }

    private static List<PersonaId> personas(Kind kind, int documents) {
        return IntStream.range(0, documents)
                .mapToObj(number -> persona(SCRIBE.document(kind, number)))
                .toList();
    }

    private static PersonaId persona(Document document) {
        return document.persona().orElseThrow();
    }

    private static String text(Document document) {
        return switch (document.body()) {
            case Document.Talk(var turns) -> turns.stream().map(Turn::text).collect(Collectors.joining("\n"));
            case Document.Text(String text) -> text;
        };
    }
}
