package org.dramatis.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.report.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. Without the profile that has its driver, or without a Chromium, it is skipped and says so. */
class HtmlReportIT {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        requireDriver();
        Path chromium = chromium();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1200, 768, 360})
    void nothingIsWiderThanThePageAndNoWordsOverlap(int width) throws IOException {
        for (AuditResult result :
                List.of(Samples.bad(), Samples.hostile(Samples.HOSTILE), Samples.hostile(Samples.ENDLESS))) {
            try (BrowserContext context = browser.newContext(new NewContextOptions().setViewportSize(width, 900))) {
                Page page = open(context, result);
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                        .isLessThanOrEqualTo(width);
                page.locator("svg:visible").all().forEach(HtmlReportIT::requireNoOverlap);
            }
        }
    }

    @Test
    void nothingIsRunRequestedOrComplainedAbout() throws IOException {
        try (BrowserContext context = browser.newContext()) {
            List<String> complaints = new ArrayList<>();
            context.onConsoleMessage(message -> complaints.add(message.text()));
            context.onDialog(dialog -> complaints.add(dialog.message()));
            context.onRequest(request -> {
                if (!request.url().startsWith("file:")) {
                    complaints.add(request.url());
                }
            });
            Page page = open(context, Samples.hostile(Samples.HOSTILE));
            page.locator("summary").all().stream().filter(Locator::isVisible).forEach(Locator::click);
            assertThat(complaints).isEmpty();
            assertThat(page.locator("h1").isVisible()).isTrue();
        }
    }

    @Test
    void listsUnfoldWithoutAScript() throws IOException {
        try (BrowserContext context = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = open(context, Samples.bad());
            Locator numbers = page.locator("figure table").first();
            assertThat(numbers.isVisible()).isFalse();
            page.locator("figure summary").first().click();
            assertThat(numbers.isVisible()).isTrue();
        }
    }

    @Test
    void wordsStandOutFromThePageByDayAndByNight() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = browser.newContext(
                    new NewContextOptions().setColorScheme(scheme).setViewportSize(1200, 900))) {
                Page page = open(context, Samples.bad());
                for (String words : List.of(
                        "h1", ".note", ".brand", "dt", ".prompt", ".numbers", ".failed strong", ".passed strong")) {
                    assertThat(contrast(page, words)).as(scheme + " " + words).isGreaterThan(4.5);
                }
                Files.createDirectories(SCREENSHOTS);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("report-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
            }
        }
    }

    /** Of the colours of the words and of the page, after WCAG 2.2. */
    private static double contrast(Page page, String words) {
        double one = luminance(page, "color", words);
        double other = luminance(page, "backgroundColor", "body");
        return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    }

    private static double luminance(Page page, String property, String element) {
        List<?> colour = (List<?>) page.locator(element)
                .first()
                .evaluate(
                        "(element, property) => getComputedStyle(element)[property].match(/[\\d.]+/g).slice(0, 3).map(Number)",
                        property);
        List<Double> linear = colour.stream()
                .map(channel -> ((Number) channel).doubleValue() / 255)
                .map(channel -> channel <= .04045 ? channel / 12.92 : Math.pow((channel + .055) / 1.055, 2.4))
                .toList();
        return .2126 * linear.get(0) + .7152 * linear.get(1) + .0722 * linear.get(2);
    }

    /** Words in a picture, and where they stand. */
    private record Words(String text, double left, double top, double right, double bottom) {
        static Words of(List<?> measured) {
            List<Double> sides = measured.stream()
                    .skip(1)
                    .map(side -> ((Number) side).doubleValue())
                    .toList();
            return new Words(
                    String.valueOf(measured.getFirst()), sides.get(0), sides.get(1), sides.get(2), sides.get(3));
        }

        /** Boxes reach a little beyond their letters. */
        boolean isApartFrom(Words other) {
            return right <= other.left + 1
                    || other.right <= left + 1
                    || bottom <= other.top + 2
                    || other.bottom <= top + 2;
        }
    }

    /** The boxes of slanting words overlap where the words do not: they are left out. */
    private static void requireNoOverlap(Locator svg) {
        List<?> measured = (List<?>) svg.evaluate("""
                svg => [...svg.querySelectorAll('text:not(.turned)')].map(words => {
                  const box = words.getBoundingClientRect();
                  return [words.textContent, box.left, box.top, box.right, box.bottom];
                })""");
        List<Words> words =
                measured.stream().map(one -> Words.of((List<?>) one)).toList();
        for (int i = 0; i < words.size(); i++) {
            for (Words other : words.subList(0, i)) {
                assertThat(words.get(i).isApartFrom(other))
                        .as("%s beside %s", words.get(i), other)
                        .isTrue();
            }
        }
    }

    private static Page open(BrowserContext context, AuditResult result) throws IOException {
        Path file = Files.createTempFile(folder, "report", ".html");
        Files.writeString(file, new HtmlReport(result).text());
        Page page = context.newPage();
        page.navigate(file.toUri().toString());
        return page;
    }

    /** The driver comes as one archive for all platforms, in the profile. */
    private static void requireDriver() {
        if (HtmlReportIT.class.getResource("/driver/linux/LICENSE") == null) {
            abort(
                    "no driver of browsers on the class path, so the page was not looked at in one: ./mvnw verify -Pbrowser does");
        }
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> BROWSERS.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> skip("there is no Chromium on the PATH"));
    }

    /** Maven counts tests that were skipped and keeps the reason to itself. */
    private static Path skip(String reason) {
        String said = "The report was not looked at in a browser: " + reason;
        System.err.println(said);
        return abort(said);
    }
}
