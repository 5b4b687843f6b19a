/** Whether an answer declines what it was asked for. */
@NullMarked
package dev.tocsin.evaluators.refusal;

import org.jspecify.annotations.NullMarked;
