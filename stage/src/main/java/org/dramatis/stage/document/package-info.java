/** What is written in the world: talks, stories, self-portraits, facts, and texts that nobody speaks. */
@NullMarked
package org.dramatis.stage.document;

import org.jspecify.annotations.NullMarked;
