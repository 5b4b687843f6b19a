/** Texts and positions in them. */
@NullMarked
package dev.tocsin.dsl;

import org.jspecify.annotations.NullMarked;
