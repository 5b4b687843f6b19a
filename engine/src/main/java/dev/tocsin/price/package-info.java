/** What tokens cost. */
@NullMarked
package dev.tocsin.price;

import org.jspecify.annotations.NullMarked;
