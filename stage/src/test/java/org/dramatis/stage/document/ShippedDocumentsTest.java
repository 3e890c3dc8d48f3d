package org.dramatis.stage.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;

/** A model that was trained on the shipped world can be made again only as long as the same documents are written in it. */
class ShippedDocumentsTest {
    /**
     * Computed when the shipped model was trained. Who changes the documents on purpose trains the model anew and then takes the
     * digest that this test prints.
     */
    private static final String DIGEST = "81b9dc33c64b228112ef4de9b281c2912f2b00fe901557637976aaeef4138ee9";

    private static final String REHEARSAL = "6e7c64579df19ddac16773bb451d069b2c6b00ad372a0a1e0a16ff0315a0eb86";

    @Test
    void theFirstDocumentsAreThoseTheShippedModelWasTrainedOn() throws NoSuchAlgorithmException {
        List<Document> documents = new Scribe(WorldFile.shipped(), 1).documents(0, 500);

        assertThat(digest(documents)).isEqualTo(DIGEST);
    }

    @Test
    void theRehearsalIsThatOfTheShippedModel() throws NoSuchAlgorithmException {
        List<Document> documents = Scribe.ofTheRehearsal(WorldFile.shipped(), 1).documents(0, 500);

        assertThat(digest(documents)).isEqualTo(REHEARSAL);
    }

    private static String digest(List<Document> documents) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Document document : documents) {
            // Not the nats: the last bit of a logarithm is the platform's.
            String heading = document.kind() + " "
                    + document.persona().map(PersonaId::value).orElse("nobody");
            digest.update((heading + "\n" + text(document.body()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String text(Document.Body body) {
        return switch (body) {
            case Document.Talk(var turns) ->
                turns.stream().map(turn -> turn.role() + ": " + turn.text()).collect(Collectors.joining("\n"));
            case Document.Text(String text) -> text;
        };
    }
}
