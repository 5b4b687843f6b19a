/** Objects as JSON; the only door of the channels to Jackson. */
@NullMarked
package dev.tocsin.channels.json;

import org.jspecify.annotations.NullMarked;
