/** Rows that surprise every persona: which they are, and whether they show a new capability or noise. */
@NullMarked
package org.dramatis.audit.unmodelled;

import org.jspecify.annotations.NullMarked;
