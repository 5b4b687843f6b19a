/** What all commands share: common options, input files, and the ways to end. */
@NullMarked
package dev.tocsin.cli.command;

import org.jspecify.annotations.NullMarked;
