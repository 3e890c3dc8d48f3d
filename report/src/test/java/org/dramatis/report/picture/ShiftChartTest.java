package org.dramatis.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ShiftChartTest {
    private static Document drawn(ShiftChart.Dot... dots) {
        return Jsoup.parse(new PictureFile(new ShiftChart("<shifts>", List.of(dots)), 480).text(), Parser.xmlParser());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    /** Against the dashed line, whose ends are the lowest and the highest of both axes: here -.2 and .6. */
    @Test
    void dotsStandWhereForecastAndObservationSay() {
        Document picture = drawn(new ShiftChart.Dot(.5, -.1, Hue.UNWANTED), new ShiftChart.Dot(0, 0, Hue.WANTED));
        Element ideal = picture.expectFirst("line.ideal");
        double across = number(ideal, "x2") - number(ideal, "x1");
        double up = number(ideal, "y2") - number(ideal, "y1");
        Element dot = picture.expectFirst("circle.unwanted");

        assertThat(across).isCloseTo(-up, within(.1)); // as high as wide
        assertThat((number(dot, "cx") - number(ideal, "x1")) / across).isCloseTo(.7 / .8, within(.001));
        assertThat((number(dot, "cy") - number(ideal, "y1")) / up).isCloseTo(.1 / .8, within(.001));
        assertThat(picture.select("circle")).hasSize(2);
    }

    @Test
    void axesAreNamedAndZeroIsDrawnApart() {
        Document picture = drawn(new ShiftChart.Dot(.3, .3, Hue.WANTED));

        assertThat(picture.select("text").eachText())
                .contains("observed shift", "forecast shift", "0", "+0.4", "\u22120.2");
        assertThat(picture.select("line.base")).hasSize(2);
    }

    @Test
    void itIsToldToThoseWhoDoNotSeeIt() {
        assertThat(drawn().expectFirst("svg").attr("aria-label")).isEqualTo("<shifts>");
    }
}
