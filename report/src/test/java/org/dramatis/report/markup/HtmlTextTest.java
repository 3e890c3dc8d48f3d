package org.dramatis.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dramatis.report.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again by jsoup, which knows the rules of HTML and nothing of us. */
class HtmlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 < 2 && 3 > 2",
                "<script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' onload='alert(1)",
                "&lt;b&gt; &amp;amp; &#x3c;",
                "--> ]]> <!-- <![CDATA[",
                "\uD83E\uDDD1\u200D\uD83D\uDE80 and \u05E9\u05DC\u05D5\u05DD",
                "two\nlines\tand a tab"
            })
    void textIsReadAsItWasWritten(String text) {
        Element read = Jsoup.parse(
                        HtmlText.of(Markup.element("p").with("title", text).saying(text)))
                .body();
        assertThat(read.getAllElements()).hasSize(2);
        Element paragraph = read.child(0);
        assertThat(paragraph.wholeText()).isEqualTo(text);
        assertThat(paragraph.attributes()).hasSize(1);
        assertThat(paragraph.attr("title")).isEqualTo(text);
    }

    @Test
    void whatCannotBeSeenIsNamed() {
        assertThat(HtmlText.escaped("a\u202Eb\u0000c\u001B\uD83D\u200B"))
                .isEqualTo("a[U+202E]b[U+0000]c[U+001B][U+D83D][U+200B]");
    }

    @Test
    void noHostileTextBecomesAnElement() {
        Markup page = Markup.element("div").holding(List.of(Markup.text(Samples.HOSTILE), Markup.element("br")));
        assertThat(Jsoup.parse(HtmlText.of(page)).body().select("*")).hasSize(3);
    }
}
