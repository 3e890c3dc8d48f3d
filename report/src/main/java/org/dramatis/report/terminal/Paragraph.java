package org.dramatis.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Words of several styles, to be laid out in lines: broken at spaces, and within a word only where it is longer than a line. */
record Paragraph(List<Run> runs) {
    private record Glyph(int point, Style style) {
        private int width() {
            return TextWidth.of(point);
        }

        private boolean isSpace() {
            return point == ' ';
        }
    }

    Paragraph {
        runs = List.copyOf(runs);
    }

    List<List<Run>> lines(int columns) {
        List<List<Run>> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Run run : runs) {
            for (int point : run.text().codePoints().toArray()) {
                Glyph glyph = new Glyph(point, run.style());
                if (width(line) + glyph.width() > columns) {
                    line = broken(line, glyph, lines);
                } else {
                    line.add(glyph);
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(joined(line));
        }
        return lines;
    }

    /** Ends a full line at its last space, and returns the beginning of the next one. */
    private static List<Glyph> broken(List<Glyph> line, Glyph next, List<List<Run>> lines) {
        line.add(next);
        int space = line.size() - 1;
        while (space > 0 && !line.get(space).isSpace()) {
            space--;
        }
        int end = space > 0 ? space : line.size() - 1;
        lines.add(joined(line.subList(0, end)));
        return new ArrayList<>(line.subList(space > 0 ? end + 1 : end, line.size()));
    }

    private static int width(List<Glyph> line) {
        return line.stream().mapToInt(Glyph::width).sum();
    }

    private static List<Run> joined(List<Glyph> line) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= line.size(); end++) {
            if (end == line.size() || line.get(end).style() != line.get(start).style()) {
                StringBuilder text = new StringBuilder();
                line.subList(start, end).forEach(glyph -> text.appendCodePoint(glyph.point()));
                runs.add(new Run(text.toString(), line.get(start).style()));
                start = end;
            }
        }
        return runs;
    }
}
