/** What an alert says to people, before a channel gives it a form. */
@NullMarked
package dev.tocsin.channels.text;

import org.jspecify.annotations.NullMarked;
