@NullMarked
package org.dramatis.report.words;

import org.jspecify.annotations.NullMarked;
