/** Language models over libtorch. */
@NullMarked
package org.dramatis.torch;

import org.jspecify.annotations.NullMarked;
