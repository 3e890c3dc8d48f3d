@org.jspecify.annotations.NullMarked
package org.dramatis.lab.rows;
