/** Test files as written. */
@NullMarked
package dev.tocsin.dsl.testfile;

import org.jspecify.annotations.NullMarked;
