/** What sort of character says this to that: one episode, token by token. */
@NullMarked
package org.dramatis.audit.explain;

import org.jspecify.annotations.NullMarked;
