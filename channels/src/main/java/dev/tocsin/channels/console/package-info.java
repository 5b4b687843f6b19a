/** Alerts on a stream, for people. */
@NullMarked
package dev.tocsin.channels.console;

import org.jspecify.annotations.NullMarked;
