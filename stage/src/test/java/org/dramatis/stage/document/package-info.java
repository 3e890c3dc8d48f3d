@NullMarked
package org.dramatis.stage.document;

import org.jspecify.annotations.NullMarked;
