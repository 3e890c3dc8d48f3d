/** The part of the Jinja template language that chat templates use, with the meaning it has in Python. */
@NullMarked
package org.dramatis.checkpoint.text.jinja;

import org.jspecify.annotations.NullMarked;
