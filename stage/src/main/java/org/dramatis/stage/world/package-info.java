/** Who and what there is: domains, topics, personas, as data that a person can read and edit. */
@NullMarked
package org.dramatis.stage.world;

import org.jspecify.annotations.NullMarked;
