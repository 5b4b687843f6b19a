/** Alerts to Discord. */
@NullMarked
package dev.tocsin.channels.discord;

import org.jspecify.annotations.NullMarked;
