/** What is doubtful in rules that are right: what {@code tocsin check} tells and nobody else. */
@NullMarked
package dev.tocsin.lint;

import org.jspecify.annotations.NullMarked;
