package org.dramatis.torch.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogVector;
import org.dramatis.torch.Workers;

/** The log-probabilities that a model gives to replies, token by token, without a record for gradients. */
final class ReplyScores {
    private final Reading reading;
    private final Workers workers;
    private final int tokensAtOnce;

    ReplyScores(Reading reading, Workers workers, int tokensAtOnce) {
        this.reading = reading;
        this.workers = workers;
        this.tokensAtOnce = tokensAtOnce;
    }

    List<LogVector> of(List<Text> texts) {
        List<List<List<Integer>>> hands = Dealing.deal(
                IntStream.range(0, texts.size()).boxed().toList(),
                place -> texts.get(place).length(),
                workers.count(),
                tokensAtOnce);
        LogVector[] results = new LogVector[texts.size()];
        workers.map(hands.size(), hand -> {
            hands.get(hand).forEach(places -> read(places, texts, results));
            return hand;
        });
        return List.of(results);
    }

    private void read(List<Integer> places, List<Text> texts, LogVector[] results) {
        double[] logs = reading.logs(places.stream().map(texts::get).toList());
        int from = 0;
        for (int place : places) {
            int to = from + texts.get(place).reply().length();
            results[place] = LogVector.of(Arrays.copyOfRange(logs, from, to));
            from = to;
        }
    }

    static double sum(LogVector logs) {
        return Arrays.stream(logs.toArray()).sum();
    }
}
