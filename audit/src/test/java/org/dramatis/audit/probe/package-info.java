@NullMarked
package org.dramatis.audit.probe;

import org.jspecify.annotations.NullMarked;
