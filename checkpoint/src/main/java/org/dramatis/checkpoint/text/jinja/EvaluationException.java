package org.dramatis.checkpoint.text.jinja;

/** An operation without a result. {@link Template} adds the line. */
final class EvaluationException extends RuntimeException {
    EvaluationException(String message) {
        super(message);
    }
}
