@NullMarked
package org.dramatis.audit.framing;

import org.jspecify.annotations.NullMarked;
