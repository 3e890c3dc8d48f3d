/** Which prompt stops replies from being evidence for the wrong character, and what it costs when the prompt recurs. */
@NullMarked
package org.dramatis.audit.inoculate;

import org.jspecify.annotations.NullMarked;
