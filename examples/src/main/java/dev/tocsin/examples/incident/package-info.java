/** One incident from its first failed calls to its last message. */
@NullMarked
package dev.tocsin.examples.incident;

import org.jspecify.annotations.NullMarked;
