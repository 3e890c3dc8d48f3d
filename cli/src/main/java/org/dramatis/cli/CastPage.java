package org.dramatis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dramatis.audit.cast.NamedCast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.Weights;

/**
 * A cast for readers.
 *
 * @param lines whether to print example lines, or only how many there are
 */
record CastPage(NamedCast cast, boolean lines) {
    private static final int FRAMES = 14;

    void print(PrintWriter out) {
        List<Persona> personas = cast.cast().personas();
        long documents = personas.stream().filter(Persona::isDocument).count();
        Columns.print(cast.name() + ": " + cast.about(), "", 0, out);
        out.printf(
                "%d characters and %d documents, %d questions%n",
                personas.size() - documents, documents, cast.questions().size());
        for (int k = 0; k < personas.size(); k++) {
            out.println();
            print(k, out);
        }
    }

    private void print(int k, PrintWriter out) {
        Persona persona = cast.cast().persona(k);
        Weights prior = cast.cast().prior();
        out.print(persona.id());
        out.print(persona.isDocument() ? ", a document" : "");
        out.print(cast.unwanted().contains(persona.id()) ? ", unwanted" : "");
        out.print(
                prior.equals(Weights.uniform(prior.size()))
                        ? ""
                        : String.format(Locale.ROOT, ", prior %.3f", prior.at(k)));
        out.println();
        Columns.print(persona.portrait(), "  ", 2, out);
        for (Frame frame : persona.frames()) {
            print(frame, out);
        }
    }

    private void print(Frame frame, PrintWriter out) {
        switch (frame) {
            case Frame.Portrait(String words) -> Columns.print(words, "    portrait", FRAMES, out);
            case Frame.Lines(List<Turn> turns)
            when !lines -> Columns.print(turns.size() + " turns", "    lines", FRAMES, out);
            case Frame.Lines(List<Turn> turns) ->
                turns.forEach(turn ->
                        Columns.print(turn.text(), "    " + turn.role().name().toLowerCase(Locale.ROOT), FRAMES, out));
            case Frame.Vector(String name, double strength) ->
                Columns.print(name + " by " + strength, "    vector", FRAMES, out);
            case Frame.Adapter(String name) -> Columns.print(name, "    adapter", FRAMES, out);
        }
    }
}
