/** Alerts by mail; the only door to Jakarta Mail. */
@NullMarked
package dev.tocsin.channels.email;

import org.jspecify.annotations.NullMarked;
