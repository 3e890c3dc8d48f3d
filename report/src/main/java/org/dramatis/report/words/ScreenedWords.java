package org.dramatis.report.words;

import java.util.List;
import org.dramatis.audit.result.Screened;
import org.dramatis.audit.result.ScreenedOut;

/** What all reports say of personas that were screened out. */
public record ScreenedWords(Screened screened) {
    /** {@code 272 personas were screened out: no evidence was computed for them}. */
    public String title(Figures figures) {
        return figures.count(screened.out().size(), "persona") + " screened out, without a number here";
    }

    /** What the reading left out, of the data and of who the assistant is. */
    public String sentence(Figures figures) {
        return "Evidence was computed for " + figures.count(screened.survivors(), "persona")
                + ", the nearest to first order. Of " + figures.count(screened.replies(), "reply")
                + " of the data that were read so, " + figures.weight(screened.ofData())
                + " have their likeliest speaker among those left out, and of "
                + figures.count(screened.own(), "reply") + " of the assistant today " + figures.weight(screened.ofOwn())
                + ": those weights are held by others here. '--screen off' computes all.";
    }

    /** The likeliest of them; none that was the likeliest speaker of nothing. */
    public List<ScreenedOut> nearest(int most) {
        return screened.out().stream()
                .filter(each -> each.data() > 0 || each.own() > 0)
                .limit(most)
                .toList();
    }
}
