/** Rules in tests: what a replay did, and what to expect of it. */
@NullMarked
package dev.tocsin.testkit;

import org.jspecify.annotations.NullMarked;
