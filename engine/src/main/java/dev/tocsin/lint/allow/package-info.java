/** Warnings that comments in rule files allow, up to a day. */
@NullMarked
package dev.tocsin.lint.allow;

import org.jspecify.annotations.NullMarked;
