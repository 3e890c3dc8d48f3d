/** How each kind of server is asked how likely a given text is, and asked to speak. */
@NullMarked
package org.dramatis.remote.dialect;

import org.jspecify.annotations.NullMarked;
