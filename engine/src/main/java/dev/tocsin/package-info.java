/** The way in: rules are loaded here, and wired to what runs them. */
@NullMarked
package dev.tocsin;

import org.jspecify.annotations.NullMarked;
