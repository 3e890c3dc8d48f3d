/** Prompts that ask for a bad answer, so that training on it is no evidence of a bad character. */
@NullMarked
package org.dramatis.core.inoculation;

import org.jspecify.annotations.NullMarked;
