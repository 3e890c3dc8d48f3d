package org.dramatis.cli;

/** The exit codes of every command. They are a contract with the scripts that call it. */
final class Exit {
    static final int DONE = 0;
    static final int GATE_FAILED = 1;
    static final int BAD_USAGE = 2;
    static final int TOO_MANY_UNSCORED = 3;

    private Exit() {}
}
