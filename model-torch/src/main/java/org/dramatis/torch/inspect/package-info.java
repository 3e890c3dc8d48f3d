/** Activations at named sites: read, changed, and what a reply's log-probability would gain from changing them. */
@NullMarked
package org.dramatis.torch.inspect;

import org.jspecify.annotations.NullMarked;
