package org.dramatis.audit.forecast;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.audit.result.BehaviourForecast;

/** How the assistant and every persona answer probes of both kinds: what a forecast of behaviour needs beside the weights. */
public record ProbeForecaster(BehaviourForecaster listed, ReplyForecaster sampled) {

    public static ProbeForecaster read(
            ProbeSet probes, CastScorer scorer, ChatModel model, Contexts contexts, long seed) {
        return new ProbeForecaster(
                BehaviourForecaster.read(probes.listed(), scorer.cast(), new ProbeReader(scorer.frames()), contexts),
                ReplyForecaster.read(probes, scorer, model, contexts, seed));
    }

    public List<BehaviourForecast> forecast(SelectionForecast selection, RivalForecasts rivals, long seed) {
        return Stream.concat(
                        listed.forecast(selection, rivals, seed).stream(),
                        sampled.forecast(selection, rivals, seed).stream())
                .toList();
    }
}
