/** Test files, checked and run. */
@NullMarked
package dev.tocsin.testkit.file;

import org.jspecify.annotations.NullMarked;
