@NullMarked
package org.dramatis.cli;

import org.jspecify.annotations.NullMarked;
