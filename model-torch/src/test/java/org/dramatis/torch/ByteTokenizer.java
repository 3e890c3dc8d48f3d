package org.dramatis.torch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/** A token for each byte of UTF-8, and above them a few that stand for no text. */
public final class ByteTokenizer implements Tokenizer {
    @Override
    public Tokens encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[bytes.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = bytes[i] & 0xff;
        }
        return Tokens.of(ids);
    }

    /** No text writes out a special token. */
    @Override
    public String quote(String text) {
        return text;
    }

    @Override
    public String decode(Tokens tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < tokens.length(); i++) {
            if (tokens.at(i) < 256) {
                bytes.write(tokens.at(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Integer> id(String token) {
        return Optional.empty();
    }

    @Override
    public int vocabulary() {
        return Shapes.VOCABULARY;
    }
}
