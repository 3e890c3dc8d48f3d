package org.dramatis.audit.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dramatis.audit.Colours;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Colours}. */
class ConstitutionTest {
    private static final Constitution COLOURS = new Constitution(List.of("I am red", "I am blue"));

    @TempDir
    private Path folder;

    private static List<ClauseReading> read(int red, int blue) {
        List<Episode> episodes = new ArrayList<>(Collections.nCopies(red, said("red")));
        episodes.addAll(Collections.nCopies(blue, said("blue")));
        return new ConstitutionReader(Colours.MODEL).read(COLOURS, episodes);
    }

    private static Episode said(String reply) {
        return new Episode(new EpisodeId(reply), List.of(new Turn(Turn.Role.USER, "one?")), reply);
    }

    @Test
    void dataThatShowOneClauseSupportItAndOpposeItsContrary() {
        List<ClauseReading> clauses = read(20, 0);

        assertThat(clauses.get(0).verdict()).isEqualTo(ClauseReading.Verdict.SUPPORT);
        assertThat(clauses.get(0).evidence().point())
                .isCloseTo(Math.log(.9) - (Math.log(.05) + Math.log(.75)) / 2, within(1e-9));
        assertThat(clauses.get(1).verdict()).isEqualTo(ClauseReading.Verdict.CONFLICT);
        assertThat(clauses.get(1).opposing()).isEqualTo(20);
    }

    @Test
    void whatTheDataSpeakForAndAgainstAlikeIsAGap() {
        assertThat(read(20, 20)).extracting(ClauseReading::verdict).contains(ClauseReading.Verdict.GAP);
    }

    @Test
    void aFileHasAClauseALine() throws IOException {
        Path file =
                Files.writeString(folder.resolve("c.md"), "# Ours\n\n- Be kind.\n2. Be true - always.\nBe brief.\n");

        assertThat(Constitution.read(file).clauses()).containsExactly("Be kind.", "Be true - always.", "Be brief.");
        Files.writeString(file, "# nothing\n");
        assertThatThrownBy(() -> Constitution.read(file)).hasMessageContaining("write one a line");
    }
}
