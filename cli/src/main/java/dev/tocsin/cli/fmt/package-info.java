/** {@code tocsin fmt}. */
@NullMarked
package dev.tocsin.cli.fmt;

import org.jspecify.annotations.NullMarked;
