package org.dramatis.remote;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.dramatis.remote.http.ApiKey;
import org.dramatis.remote.http.Cost;
import org.dramatis.remote.http.Pace;
import org.dramatis.remote.http.Patience;
import org.dramatis.remote.http.Server;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.remote.text.ServedText;

/** Connections with little patience, so that tests need little too. */
final class Connections {
    static final Patience BRIEF = new Patience(4, Duration.ofMillis(2), Duration.ofMillis(200), Duration.ofSeconds(20));

    private Connections() {}

    static RemoteModel open(FakeServer server, Optional<ServedText> text) {
        return RemoteModel.open(to(server, Optional.empty(), BRIEF, OptionalLong.empty()), text);
    }

    static Server to(FakeServer server, Optional<ApiKey> key, Patience patience, OptionalLong budget) {
        return at(ServerAddress.parse(server.address()), key, patience, budget);
    }

    static Server at(ServerAddress address) {
        return at(address, Optional.empty(), BRIEF, OptionalLong.empty());
    }

    private static Server at(ServerAddress address, Optional<ApiKey> key, Patience patience, OptionalLong budget) {
        return new Server(
                address,
                key,
                patience,
                new Pace(256, System::nanoTime),
                new Cost(budget),
                new SplittableRandom(1),
                Clock.systemUTC());
    }
}
