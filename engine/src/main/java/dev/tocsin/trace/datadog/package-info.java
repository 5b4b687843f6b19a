/** Reads spans and evaluations of Datadog LLM Observability. */
@NullMarked
package dev.tocsin.trace.datadog;

import org.jspecify.annotations.NullMarked;
