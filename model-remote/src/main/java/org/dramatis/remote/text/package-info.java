/** Tokens and chats as the server has them. */
@NullMarked
package org.dramatis.remote.text;

import org.jspecify.annotations.NullMarked;
