/** What both readable reports say, and in which words: the verdict, numbers, and what is worth showing. */
@NullMarked
package org.dramatis.report.words;

import org.jspecify.annotations.NullMarked;
