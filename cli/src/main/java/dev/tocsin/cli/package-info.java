/** The command line: what the user asks for, what goes wrong with it, and how it ends. */
@NullMarked
package dev.tocsin.cli;

import org.jspecify.annotations.NullMarked;
