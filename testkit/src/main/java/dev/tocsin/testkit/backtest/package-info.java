/** What rules would have meant on recorded traffic: counts, noise, differences, thresholds. */
@NullMarked
package dev.tocsin.testkit.backtest;

import org.jspecify.annotations.NullMarked;
