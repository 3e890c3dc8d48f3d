/** Data sets as evidence: every reply, pair or document of them scored under every persona. */
@NullMarked
package org.dramatis.audit.data;

import org.jspecify.annotations.NullMarked;
