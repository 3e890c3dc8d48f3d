/** What one reply is: in character, another character, out of character, or nothing the cast can model. */
@NullMarked
package org.dramatis.core.verdict;

import org.jspecify.annotations.NullMarked;
