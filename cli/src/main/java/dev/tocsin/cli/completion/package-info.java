/** {@code tocsin completion}. */
@NullMarked
package dev.tocsin.cli.completion;

import org.jspecify.annotations.NullMarked;
