/** When a delivery is tried again at once, and when not at all; the only door to Failsafe. */
@NullMarked
package dev.tocsin.channels.retry;

import org.jspecify.annotations.NullMarked;
