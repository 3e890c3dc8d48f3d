package org.dramatis.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.report.markup.HtmlText;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.markup.Markup.Element;
import org.dramatis.report.picture.PictureStyle;
import org.dramatis.report.words.Verdict;

/**
 * A result as a page that opens offline and runs nothing: its policy forbids scripts and whatever lies outside it. The same result
 * gives the same bytes.
 *
 * <pre>{@code
 * Files.writeString(folder.resolve("report.html"), new HtmlReport(result).text());
 * }</pre>
 */
public record HtmlReport(AuditResult result) {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    public String text() {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n"
                + HtmlText.of(head())
                + "<style>\n" + PictureStyle.css() + styleSheet() + "</style>\n</head>\n"
                + HtmlText.of(body())
                + "\n</html>\n";
    }

    private Markup head() {
        return Markup.several(
                Markup.element("meta").with("charset", "utf-8"),
                Markup.element("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", POLICY),
                Markup.element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Markup.element("title").saying("Dramatis: " + new Verdict(result).data()));
    }

    private Element body() {
        return Markup.element("body")
                .holding(Markup.element("main")
                        .holding(
                                new Masthead(result).markup(),
                                new Journey(result).markup(),
                                new Personas(result).markup(),
                                new ScreenedPersonas(result.screened()).markup(),
                                new Behaviours(result).markup(),
                                new WorstRows(result).markup(),
                                new UnmodelledRows(result.unmodelled()).markup(),
                                new Remedies(result).markup(),
                                new Clauses(result.clauses()).markup(),
                                new LeftOut(result.counts()).markup(),
                                new Foundations(result).markup(),
                                new Fared(result.calibration()).markup()));
    }

    /** It is ours and goes in as it stands: nothing of a result may ever be written into it. */
    private static String styleSheet() {
        try (InputStream file = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
