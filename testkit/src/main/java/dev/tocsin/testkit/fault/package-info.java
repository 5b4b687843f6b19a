/** Faults that are put into traces, so that rules can be tried on them. */
@NullMarked
package dev.tocsin.testkit.fault;

import org.jspecify.annotations.NullMarked;
