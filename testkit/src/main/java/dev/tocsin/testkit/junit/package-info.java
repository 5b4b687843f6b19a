/** Rules as JUnit tests. */
@NullMarked
package dev.tocsin.testkit.junit;

import org.jspecify.annotations.NullMarked;
