/**
 * The engine's inputs in their order. A verdict is a function of this sequence and of nothing else:
 * replaying it gives the same transitions.
 */
@NullMarked
package dev.tocsin.journal;

import org.jspecify.annotations.NullMarked;
