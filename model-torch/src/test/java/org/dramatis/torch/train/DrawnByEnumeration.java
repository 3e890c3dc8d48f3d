package org.dramatis.torch.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.Transformer;

/** Draws replies of two tokens from the list of all of them, with the probabilities that the network gives them. */
record DrawnByEnumeration(Transformer network) implements Generator {
    @Override
    public List<Sample> generate(List<Tokens> prompts, Sampling sampling, long seed, Listener listener) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (Tokens prompt : prompts) {
            List<Text> all = all(prompt);
            double[] logs = new Reading(network).logs(all);
            double left = random.nextDouble();
            int chosen = -1;
            while (left >= 0 && chosen < all.size() - 1) {
                chosen++;
                left -= Math.exp(logs[2 * chosen] + logs[2 * chosen + 1]);
            }
            List<Double> own = List.of(logs[2 * chosen], logs[2 * chosen + 1]);
            samples.add(new Sample(all.get(chosen).reply(), "", own, Sample.End.LENGTH));
        }
        return samples;
    }

    List<Text> all(Tokens prompt) {
        int vocabulary = network.architecture().vocabulary();
        List<Text> all = new ArrayList<>();
        for (int first = 0; first < vocabulary; first++) {
            for (int second = 0; second < vocabulary; second++) {
                all.add(new Text(prompt, Tokens.of(first, second)));
            }
        }
        return all;
    }
}
