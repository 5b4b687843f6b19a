/**
 * Folds of numbers in windows of time: what can be added, merged, subtracted and written down,
 * without knowing what the numbers mean. Times are nanoseconds since the epoch. Everything here is
 * confined to one thread.
 */
@NullMarked
package dev.tocsin.window;

import org.jspecify.annotations.NullMarked;
