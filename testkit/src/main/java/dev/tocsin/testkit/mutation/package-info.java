/** Whether tests notice when rules are changed. */
@NullMarked
package dev.tocsin.testkit.mutation;

import org.jspecify.annotations.NullMarked;
