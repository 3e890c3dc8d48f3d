/** How like each other a model finds prompts: training on one moves who speaks there more than elsewhere. */
@NullMarked
package org.dramatis.audit.context;

import org.jspecify.annotations.NullMarked;
