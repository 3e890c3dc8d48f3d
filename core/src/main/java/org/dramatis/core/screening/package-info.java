/** Evidence for a thousand personas to first order, so that exact evidence is only needed for the few that matter. */
@NullMarked
package org.dramatis.core.screening;

import org.jspecify.annotations.NullMarked;
