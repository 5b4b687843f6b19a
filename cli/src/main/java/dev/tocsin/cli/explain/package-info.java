/** {@code tocsin explain}. */
@NullMarked
package dev.tocsin.cli.explain;

import org.jspecify.annotations.NullMarked;
