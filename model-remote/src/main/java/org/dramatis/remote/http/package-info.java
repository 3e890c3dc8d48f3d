/** One server and how it is talked to: patience, pace, what it costs. */
@NullMarked
package org.dramatis.remote.http;

import org.jspecify.annotations.NullMarked;
