package org.dramatis.lab;

import java.nio.file.Path;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.lab.tokenizer.TokenizerWriter;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;

/** The small world of the tests of the stage, and letters to read it with. */
public final class SmallWorld {
    public static final Path FILE = Path.of("../stage/src/test/resources/org/dramatis/stage/tiny.yaml");

    public static final World WORLD = WorldFile.read(FILE);

    public static final Tokenizer LETTERS = new Letters();

    /** As the models that are trained in the world have it. */
    public static final ChatTemplate TEMPLATE = SmallWorld::render;

    private SmallWorld() {}

    private static String render(List<Turn> turns, boolean openReply) {
        StringBuilder text = new StringBuilder(TokenizerWriter.BEGIN);
        for (Turn turn : turns) {
            text.append(
                    switch (turn.role()) {
                        case SYSTEM -> "<|system|>" + turn.text();
                        case USER -> "<|user|>" + turn.text();
                        case ASSISTANT -> "<|assistant|>" + turn.text() + TokenizerWriter.END;
                    });
        }
        return text + (openReply ? "<|assistant|>" : "");
    }
}
