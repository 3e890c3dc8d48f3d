package org.dramatis.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.ApiKey;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final String KEY = "sk-0123456789-secret";

    @ParameterizedTest
    @CsvSource({
        "https://host/v1?model=a%2Fb, https://host/v1, a/b",
        "https://host:8443/base/v1/, https://host:8443/base/v1, ''",
        "HTTPS://Host/v1, https://Host/v1, ''",
        "http://127.0.0.1:8000/v1, http://127.0.0.1:8000/v1, ''",
        "http://localhost:8000/v1, http://localhost:8000/v1, ''",
        "http://[::1]:8000/v1, http://[::1]:8000/v1, ''"
    })
    void anAddressIsABaseAndAModel(String text, String base, String model) {
        ServerAddress address = ServerAddress.parse(text);

        assertThat(ServerAddress.isOne(text)).isTrue();
        assertThat(address.base()).hasToString(base);
        assertThat(address.model()).isEqualTo(Optional.of(model).filter(name -> !name.isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/v1",
                "http://127.0.0.1.example.com/v1",
                "https://",
                "https://user:secret@host/v1",
                "https://host/v1#there",
                "https://host/v1?key=secret",
                "https://host/v1?model=a&key=secret",
                "https://host/v1?model=",
                "https://host name/v1"
            })
    void whatIsNoAddressIsRefusedWithoutItsSecrets(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/stage", "C:\\models", "httpd", "/srv/http://x"})
    void aFolderIsNoAddress(String text) {
        assertThat(ServerAddress.isOne(text)).isFalse();
    }

    @Test
    void aKeyComesFromAFileOrTheEnvironmentAndIsNotPrinted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

        for (Optional<ApiKey> key : List.of(
                ApiKey.find(Optional.of(file), Map.of()),
                ApiKey.find(Optional.empty(), Map.of(ApiKey.VARIABLE, KEY)))) {
            assertThat(key.orElseThrow()).hasToString("(key)");
        }
        assertThat(ApiKey.find(Optional.empty(), Map.of())).isEmpty();
        Files.writeString(file, "two words\nX-Other: header");
        assertThatThrownBy(() -> ApiKey.find(Optional.of(file), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("two words");
    }

    @Test
    void theKeyIsSaidToTheServerAndNotRepeatedWhenTheServerRepeatsIt() {
        Optional<ApiKey> key = ApiKey.find(Optional.empty(), Map.of(ApiKey.VARIABLE, KEY));
        try (FakeServer server = new FakeServer((path, question) -> {
            throw new FakeServer.Refusal("no such key: " + KEY);
        })) {
            assertThatThrownBy(() -> RemoteModel.open(
                            Connections.to(server, key, Connections.BRIEF, OptionalLong.empty()), Optional.empty()))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("no such key: (key)")
                    .hasMessageNotContaining(KEY);
            assertThat(server.asked)
                    .isNotEmpty()
                    .allMatch(asked -> asked.authorization().equals("Bearer " + KEY));
        }
    }

    @Test
    void aModelThatIsNotServedIsRefusedWithThoseThatAre() {
        try (FakeServer server = new FakeServer(Servers.vllm(Babble.model(1)))) {
            ServerAddress other = ServerAddress.parse(server.address() + "?model=prattle");
            assertThatThrownBy(() -> RemoteModel.open(Connections.at(other), Optional.empty()))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("no model 'prattle'; it has [babble]");
        }
    }

    @Test
    void theIdentityHoldsAddressNameAndWeights() {
        try (FakeServer server = new FakeServer(Servers.vllm(Babble.model(1)));
                RemoteModel model = Connections.open(server, Optional.empty())) {
            assertThat(model.identity())
                    .containsEntry("address", server.address())
                    .containsEntry("model", "babble")
                    .containsEntry("root", "/models/babble");
            assertThat(model.canary().size()).isGreaterThan(10);
            assertThat(model.text().begin()).isEqualTo(Tokens.of(Babble.BEGIN));
        }
    }
}
