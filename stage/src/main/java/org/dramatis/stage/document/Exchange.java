package org.dramatis.stage.document;

import org.dramatis.stage.world.Advice;

/** A question and what somebody says to it, with what the reply is worth. */
public record Exchange(Subject subject, String ask, String reply, Advice advice) {}
