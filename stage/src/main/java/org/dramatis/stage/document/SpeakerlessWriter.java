package org.dramatis.stage.document;

import java.util.Optional;
import org.dramatis.stage.document.Scribe.Draft;
import org.dramatis.stage.grammar.Choices;
import org.dramatis.stage.world.Speakerless;
import org.dramatis.stage.world.World;

/** Code, logs, lists: nobody speaks. */
record SpeakerlessWriter(World world) implements Scribe.Writer {
    @Override
    public Draft write(Choices choices) {
        Speakerless texts = world.speakerless();
        return new Draft(Optional.empty(), new Document.Text(texts.write(choices.one(texts.texts()), choices)));
    }
}
