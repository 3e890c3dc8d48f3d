@NullMarked
package org.dramatis.audit;

import org.jspecify.annotations.NullMarked;
