@NullMarked
package org.dramatis.report.picture;

import org.jspecify.annotations.NullMarked;
