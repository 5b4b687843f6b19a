/** The deterministic engine: inputs in, transitions out. */
@NullMarked
package dev.tocsin.core;

import org.jspecify.annotations.NullMarked;
