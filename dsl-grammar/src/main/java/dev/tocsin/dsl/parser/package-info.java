/** From the text of a condition to its syntax tree; the only user of ANTLR. */
@NullMarked
package dev.tocsin.dsl.parser;

import org.jspecify.annotations.NullMarked;
