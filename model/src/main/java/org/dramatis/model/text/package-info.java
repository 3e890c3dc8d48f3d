/** Text and tokens: vocabularies and chat templates. */
@NullMarked
package org.dramatis.model.text;

import org.jspecify.annotations.NullMarked;
