/** The aggregates of a plan at work: calls are folded in, readings come out at ticks. */
@NullMarked
package dev.tocsin.aggregate;

import org.jspecify.annotations.NullMarked;
