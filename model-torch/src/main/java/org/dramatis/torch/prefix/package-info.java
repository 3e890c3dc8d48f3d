/** What many texts have in common, read once; and which of them go through the network together. */
@NullMarked
package org.dramatis.torch.prefix;

import org.jspecify.annotations.NullMarked;
