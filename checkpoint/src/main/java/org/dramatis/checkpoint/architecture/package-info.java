/** What a transformer is made of, in words that hold for every family, and how each family says it in its configuration. */
@NullMarked
package org.dramatis.checkpoint.architecture;

import org.jspecify.annotations.NullMarked;
