/** Reads runs of LangSmith, as its SDKs send them and as its API lists them. */
@NullMarked
package dev.tocsin.trace.langsmith;

import org.jspecify.annotations.NullMarked;
