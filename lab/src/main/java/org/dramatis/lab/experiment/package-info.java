/** Claims, held against real training: what was predicted beside what was observed. */
@NullMarked
package org.dramatis.lab.experiment;

import org.jspecify.annotations.NullMarked;
