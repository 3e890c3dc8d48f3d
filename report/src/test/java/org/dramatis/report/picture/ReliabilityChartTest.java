package org.dramatis.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.report.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ReliabilityChartTest {
    private static final TrackRecord HALF_RIGHT = new TrackRecord(
            "it happens", "two", List.of(new TrackRecord.Bin(.25, 0, 8), new TrackRecord.Bin(.75, .5, 4)));

    private static Document drawn(TrackRecord record, int width) {
        return Jsoup.parse(
                new PictureFile(new ReliabilityChart("how forecasts fared", record), width).text(), Parser.xmlParser());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    /** Against the dashed line, whose ends are (0, 0) and (1, 1). */
    @Test
    void dotsStandWhereForecastAndShareSay() {
        Document picture = drawn(HALF_RIGHT, 500);
        Element ideal = picture.expectFirst("line.ideal");
        double across = number(ideal, "x2") - number(ideal, "x1");
        double up = number(ideal, "y2") - number(ideal, "y1");
        List<Element> dots = picture.select("circle");

        assertThat(across).isCloseTo(-up, within(.1)); // as high as wide: the dashed line has a slope of 1
        assertThat((number(dots.get(1), "cx") - number(ideal, "x1")) / across).isCloseTo(.75, within(.001));
        assertThat((number(dots.get(1), "cy") - number(ideal, "y1")) / up).isCloseTo(.5, within(.001));
        assertThat(number(dots.get(0), "cy")).isEqualTo(number(ideal, "y1"));
    }

    /** Wilson's interval of 2 of 4 is .150 to .850 by its formula. */
    @Test
    void whiskersReachAsFarAsSoFewForecastsLeaveOpen() {
        Document picture = drawn(HALF_RIGHT, 500);
        Element ideal = picture.expectFirst("line.ideal");
        double up = number(ideal, "y2") - number(ideal, "y1");
        Element whisker = picture.select("line.whisker").get(3);

        assertThat((number(whisker, "y1") - number(ideal, "y1")) / up).isCloseTo(.150, within(.002));
        assertThat((number(whisker, "y2") - number(ideal, "y1")) / up).isCloseTo(.850, within(.002));
    }

    @Test
    void barsAreAsHighAsTheForecastsAreMany() {
        List<Element> bars = drawn(HALF_RIGHT, 500).select("rect.share");

        assertThat(number(bars.get(1), "height")).isCloseTo(number(bars.get(0), "height") / 2, within(.1));
    }

    @Test
    void itIsAFileOfItsOwnWhoseNamesAreText() {
        String file = new PictureFile(new ReliabilityChart("a < b & \"c\"", Samples.record("e", "t")), 400).text();

        assertThat(file).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"").contains("prefers-color-scheme: dark");
        Document parsed = Jsoup.parse(file, Parser.xmlParser().setTrackErrors(10));
        assertThat(parsed.parser().getErrors()).isEmpty();
        assertThat(parsed.expectFirst("svg").attr("aria-label")).isEqualTo("a < b & \"c\"");
    }
}
