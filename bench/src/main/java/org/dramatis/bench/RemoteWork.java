package org.dramatis.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.model.score.Passage;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.RemoteModel;
import org.dramatis.remote.http.Cost;
import org.dramatis.remote.http.Pace;
import org.dramatis.remote.http.Patience;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.remote.text.ServedText;

/**
 * Scores passages by a server, in one call and in many, and prints how long each took: {@code RemoteWork URL PASSAGES AT_ONCE}, where
 * as many are scored together as an audit scores.
 */
public final class RemoteWork {
    private static final int PREFIX = 40;
    private static final int REPLY = 10;

    private RemoteWork() {}

    public static void main(String... args) {
        int count = Integer.parseInt(args[1]);
        int atOnce = Integer.parseInt(args[2]);
        PieceTokenizer letters =
                new PieceTokenizer(Stream.iterate(' ', letter -> letter <= '~', letter -> (char) (letter + 1))
                        .map(String::valueOf)
                        .toList());
        ServedText text = new ServedText(letters, (turns, openReply) -> turns.toString(), Tokens.NONE, Tokens.NONE);
        for (int together : List.of(count, atOnce)) {
            try (RemoteModel model = RemoteModel.open(server(args[0]), Optional.of(text))) {
                List<Passage> passages = passages(count);
                long began = System.nanoTime();
                for (int from = 0; from < count; from += together) {
                    model.score(passages.subList(from, Math.min(count, from + together)));
                }
                System.out.println((together == count ? "one " : "many ") + (System.nanoTime() - began) / 1e9);
                System.out.println((together == count ? "one_limit " : "many_limit ")
                        + model.server().pace().limit());
            }
        }
    }

    private static Server server(String address) {
        return new Server(
                ServerAddress.parse(address),
                Optional.empty(),
                Patience.USUAL,
                new Pace(256, System::nanoTime),
                new Cost(OptionalLong.empty()),
                new SplittableRandom(1),
                Clock.systemUTC());
    }

    private static List<Passage> passages(int count) {
        SplittableRandom random = new SplittableRandom(1);
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            passages.add(new Passage(tokens(random, PREFIX), tokens(random, REPLY)));
        }
        return passages;
    }

    private static Tokens tokens(SplittableRandom random, int length) {
        return Tokens.of(random.ints(length, 0, 90).toArray());
    }
}
