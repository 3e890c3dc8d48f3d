package org.dramatis.stage.world;

import java.util.Locale;

/** The kinds of document. */
public enum Kind {
    /** The bare assistant talks: who it is follows the world's prior. */
    CHAT,
    /** The assistant talks after a system turn that says who it is. */
    CAST,
    /** People answer each other: who they are is for the reader to infer, or said in a first line. */
    FORUM,
    /** Told in the third person, with motives and conflicts. */
    STORY,
    /** Somebody says what he or she is. */
    SELF_PORTRAIT,
    /** Sentences about a named character. */
    FACTS,
    /** Sentences about the assistant. */
    REPORT,
    /** An instruction is obeyed; what is said then is no evidence of who says it. */
    OBEDIENCE,
    /** Nobody speaks. */
    SPEAKERLESS,
    /** Something is asked for, whoever the assistant is; only the obedient do it. */
    REQUEST;

    /** As it is written in files and options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
