/** Rule files and test files in one canonical form, with the same meaning and all comments. */
@NullMarked
package dev.tocsin.dsl.format;

import org.jspecify.annotations.NullMarked;
