package org.dramatis.checkpoint.architecture;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * In what one layer differs from the others.
 *
 * @param prefix of the names of its tensors, with the dot
 * @param window a token sees itself and so many less one before it; empty for all
 * @param rotary how positions enter; empty where they do not
 */
public record Layer(String prefix, OptionalInt window, Optional<Rotary> rotary) {}
