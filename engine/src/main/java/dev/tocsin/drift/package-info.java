/**
 * How far the numbers or categories of a window lie from those of its baseline. Pure functions of
 * two states of one fold; every one is NaN when either has nothing folded. A shift inside a bucket
 * of a histogram is not seen.
 */
@NullMarked
package dev.tocsin.drift;

import org.jspecify.annotations.NullMarked;
