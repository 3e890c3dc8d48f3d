package org.dramatis.remote.dialect;

import java.util.List;
import java.util.Optional;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;

/** How a server is asked to speak. */
public interface Voice {
    /**
     * What a server said.
     *
     * @param tokens where the server gives ids; without what ended the reply
     * @param logs a log-probability of each token, where there are tokens
     */
    record Said(String text, Optional<Tokens> tokens, List<Double> logs, Sample.End end) {
        public Said {
            logs = List.copyOf(logs);
        }
    }

    String name();

    Said speak(Tokens prompt, Sampling sampling, long seed);
}
