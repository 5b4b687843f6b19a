/** Values as people read them: pure functions to (styled) text, without a terminal. */
@NullMarked
package dev.tocsin.cli.text;

import org.jspecify.annotations.NullMarked;
