/** What the engine says, as JSON. */
@NullMarked
package dev.tocsin.json;

import org.jspecify.annotations.NullMarked;
