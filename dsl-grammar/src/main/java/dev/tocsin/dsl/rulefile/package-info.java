/** Rule files as written. */
@NullMarked
package dev.tocsin.dsl.rulefile;

import org.jspecify.annotations.NullMarked;
