/** Reads tables in CSV files, with a mapping of columns. */
@NullMarked
package dev.tocsin.trace.csv;

import org.jspecify.annotations.NullMarked;
