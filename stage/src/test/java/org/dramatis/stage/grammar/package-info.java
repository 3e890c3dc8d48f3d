@NullMarked
package org.dramatis.stage.grammar;

import org.jspecify.annotations.NullMarked;
