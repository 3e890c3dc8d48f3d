/** What a language model can do, as small capabilities that a model has or has not. */
@NullMarked
package org.dramatis.model;

import org.jspecify.annotations.NullMarked;
