/** Where text goes: standard output and error, with or without a terminal behind them. */
@NullMarked
package dev.tocsin.cli.terminal;

import org.jspecify.annotations.NullMarked;
