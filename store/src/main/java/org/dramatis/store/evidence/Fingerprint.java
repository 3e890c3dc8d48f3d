package org.dramatis.store.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What stands for a model, a frame or an episode: the first 128 bits of the SHA-256 of everything that makes it what it is. Two that
 * differ have different fingerprints.
 */
public record Fingerprint(long high, long low) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    /** Of texts in this order: {@code of("ab", "c")} and {@code of("a", "bc")} differ. */
    public static Fingerprint of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            // As the characters are, not as UTF-8, in which all broken surrogates would be the same question mark.
            ByteBuffer framed = ByteBuffer.allocate(Math.addExact(Integer.BYTES, Math.multiplyExact(2, part.length())));
            framed.putInt(part.length()).asCharBuffer().put(part);
            digest.update(framed.rewind());
        }
        return of(digest);
    }

    /** Of the bytes of a file, whatever its name. */
    public static Fingerprint ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return of(digest);
    }

    /** Reads what {@link #toString} writes. */
    public static Fingerprint parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("'" + hex + "' is no fingerprint: 32 digits 0-9 and a-f");
        }
        return new Fingerprint(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static Fingerprint of(MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
