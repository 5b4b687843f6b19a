/** The syntax tree of the condition language, and its printer. */
@NullMarked
package dev.tocsin.dsl.syntax;

import org.jspecify.annotations.NullMarked;
