/** AssertJ assertions on what rules did on a trace. */
@NullMarked
package dev.tocsin.testkit.assertions;

import org.jspecify.annotations.NullMarked;
