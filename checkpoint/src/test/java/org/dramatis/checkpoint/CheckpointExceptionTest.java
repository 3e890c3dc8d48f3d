package org.dramatis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckpointExceptionTest {
    @Test
    void whatWouldSteerATerminalIsNotInTheMessage() {
        assertThat(new CheckpointException("tensor '\u001b[2J\r\n\u202Egnp\ud800' in żółw/模型 🐢"))
                .hasMessage("tensor '?[2J???gnp?' in żółw/模型 🐢");
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(new CheckpointException("🐢".repeat(2000))).hasMessage("🐢".repeat(2000));
        assertThat(new CheckpointException("🐢".repeat(2001))).hasMessage("🐢".repeat(2000) + "...");
    }
}
