/** Reads requests of Helicone. */
@NullMarked
package dev.tocsin.trace.helicone;

import org.jspecify.annotations.NullMarked;
