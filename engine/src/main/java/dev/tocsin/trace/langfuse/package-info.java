/** Reads observations, traces, scores and ingestion batches of Langfuse. */
@NullMarked
package dev.tocsin.trace.langfuse;

import org.jspecify.annotations.NullMarked;
