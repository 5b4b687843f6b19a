/** {@code tocsin check}. */
@NullMarked
package dev.tocsin.cli.check;

import org.jspecify.annotations.NullMarked;
