/** What a tuned model became, measured against the personas of the model it was tuned from. */
@NullMarked
package org.dramatis.core.compare;

import org.jspecify.annotations.NullMarked;
