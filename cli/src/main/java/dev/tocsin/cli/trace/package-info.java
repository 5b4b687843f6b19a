/** Traces into traces: from other formats, in order, without people. */
@NullMarked
package dev.tocsin.cli.trace;

import org.jspecify.annotations.NullMarked;
