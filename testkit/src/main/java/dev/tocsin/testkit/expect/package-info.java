/** What tests expect of a replay, checked. */
@NullMarked
package dev.tocsin.testkit.expect;

import org.jspecify.annotations.NullMarked;
