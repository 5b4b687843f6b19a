/** Reads recorded calls: files, lines, stamps and their order. */
@NullMarked
package dev.tocsin.trace;

import org.jspecify.annotations.NullMarked;
