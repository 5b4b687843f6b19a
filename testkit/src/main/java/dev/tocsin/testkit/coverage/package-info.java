/** What of the rules no test has seen. */
@NullMarked
package dev.tocsin.testkit.coverage;

import org.jspecify.annotations.NullMarked;
