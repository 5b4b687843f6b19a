/** Runs rules on traces and keeps what they did. */
@NullMarked
package dev.tocsin.testkit.run;

import org.jspecify.annotations.NullMarked;
