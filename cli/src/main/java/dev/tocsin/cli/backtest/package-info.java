/** {@code tocsin backtest} and {@code tocsin diff}. */
@NullMarked
package dev.tocsin.cli.backtest;

import org.jspecify.annotations.NullMarked;
