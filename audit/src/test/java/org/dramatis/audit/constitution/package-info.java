@NullMarked
package org.dramatis.audit.constitution;

import org.jspecify.annotations.NullMarked;
