/**
 * What goes into the engine and what comes out of it: events of LLM calls, and the transitions of
 * alerts. Depends on nothing, so that a plug-in compiles against it alone.
 */
@NullMarked
package dev.tocsin.api;

import org.jspecify.annotations.NullMarked;
