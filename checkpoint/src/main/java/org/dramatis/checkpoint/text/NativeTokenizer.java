package org.dramatis.checkpoint.text;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;

/**
 * A tokenizer in native memory. The library is called below its Java classes: those cut texts at 512 tokens by default, and call
 * home when they start.
 */
final class NativeTokenizer implements AutoCloseable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final long handle;
    private boolean isClosed;

    static {
        // On a machine with a graphics card the library would look for another build of itself in the network.
        System.setProperty("RUST_FLAVOR", "cpu");
        LibUtils.checkStatus();
    }

    /** @throws RuntimeException when the library refuses the description */
    NativeTokenizer(String json) {
        handle = TokenizersLibrary.LIB.createTokenizerFromString(json);
    }

    long[] encode(String text) {
        return whileOpen(tokenizer -> ids(TokenizersLibrary.LIB.encode(tokenizer, text, false)));
    }

    long[][] encode(String[] texts) {
        return whileOpen(tokenizer -> {
            long[] encodings = TokenizersLibrary.LIB.batchEncode(tokenizer, texts, false);
            long[][] ids = new long[encodings.length][];
            for (int i = 0; i < encodings.length; i++) {
                ids[i] = ids(encodings[i]);
            }
            return ids;
        });
    }

    private static long[] ids(long encoding) {
        try {
            return TokenizersLibrary.LIB.getTokenIds(encoding);
        } finally {
            TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
    }

    String decode(long[] ids) {
        return whileOpen(tokenizer -> TokenizersLibrary.LIB.decode(tokenizer, ids, false));
    }

    /** Closing waits for calls under way: native memory must not be freed below them. */
    private <T> T whileOpen(LongFunction<T> call) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            if (isClosed) {
                throw new IllegalStateException("the tokenizer is closed");
            }
            return call.apply(handle);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() {
        Lock writing = lock.writeLock();
        writing.lock();
        try {
            if (!isClosed) {
                isClosed = true;
                TokenizersLibrary.LIB.deleteTokenizer(handle);
            }
        } finally {
            writing.unlock();
        }
    }
}
