package org.dramatis.checkpoint.text.jinja;

/** A template that cannot be read, or that did what no template may do. The message names the line. */
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }

    static TemplateException at(int line, String problem) {
        return new TemplateException("line " + line + ": " + problem);
    }
}
