/** {@code tocsin init}: first rules from a recorded trace. */
@NullMarked
package dev.tocsin.cli.init;

import org.jspecify.annotations.NullMarked;
