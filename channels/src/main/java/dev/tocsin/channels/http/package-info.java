/** Requests to servers that are slow, broken, or not who they say they are. */
@NullMarked
package dev.tocsin.channels.http;

import org.jspecify.annotations.NullMarked;
