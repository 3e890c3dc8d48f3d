package org.dramatis.audit.data;

import java.util.List;
import org.dramatis.core.evidence.Evidence;

/** Is shown what the rows said as they are scored, and may end the scoring. */
public interface Watcher {
    /**
     * @param rows that were scored so far
     * @param latest what those said that were scored last
     * @return whether to go on
     */
    boolean goesOn(long rows, List<Evidence.Scored> latest);
}
