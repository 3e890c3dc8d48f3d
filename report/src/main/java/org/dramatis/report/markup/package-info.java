/** Pages as trees of elements: what is text in the tree is text on the page, whoever wrote it. */
@NullMarked
package org.dramatis.report.markup;

import org.jspecify.annotations.NullMarked;
