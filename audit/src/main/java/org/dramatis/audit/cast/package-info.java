/** Casts as users choose them: the ones that ship, cast files, and what is made of persona files of other tools. */
@NullMarked
package org.dramatis.audit.cast;

import org.jspecify.annotations.NullMarked;
