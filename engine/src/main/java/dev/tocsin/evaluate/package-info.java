/** Which evaluators are asked, and what counts of what they say. */
@NullMarked
package dev.tocsin.evaluate;

import org.jspecify.annotations.NullMarked;
