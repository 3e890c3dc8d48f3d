/** How well a first reading of a large cast stands in for exact evidence, and what it saves. */
@NullMarked
package org.dramatis.lab.screening;

import org.jspecify.annotations.NullMarked;
