/** What a data set says for and against each clause of a constitution. */
@NullMarked
package org.dramatis.audit.constitution;

import org.jspecify.annotations.NullMarked;
