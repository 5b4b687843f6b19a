/** A whole engine for the tests of a service, on a clock that the test moves. */
@NullMarked
package dev.tocsin.testkit.engine;

import org.jspecify.annotations.NullMarked;
