/** {@code tocsin test}. */
@NullMarked
package dev.tocsin.cli.test;

import org.jspecify.annotations.NullMarked;
