/** The command {@code replay} and its report. */
@NullMarked
package dev.tocsin.cli.replay;

import org.jspecify.annotations.NullMarked;
