/** What rules mean and cost, as data: for people who read it and for tools. */
@NullMarked
package dev.tocsin.explain;

import org.jspecify.annotations.NullMarked;
