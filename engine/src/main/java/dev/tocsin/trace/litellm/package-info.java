/** Reads spend logs and logging payloads of LiteLLM. */
@NullMarked
package dev.tocsin.trace.litellm;

import org.jspecify.annotations.NullMarked;
