/** From readings to breaches: the gate tells the matcher what begins and ends to hold. */
@NullMarked
package dev.tocsin.match;

import org.jspecify.annotations.NullMarked;
