/** What an audit found, as plain values: whoever prints them needs no model. */
@NullMarked
package org.dramatis.audit.result;

import org.jspecify.annotations.NullMarked;
