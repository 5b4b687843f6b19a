/** What a condition can say of one event: fields with units, and predicates of known, unknown. */
@NullMarked
package dev.tocsin.event;

import org.jspecify.annotations.NullMarked;
