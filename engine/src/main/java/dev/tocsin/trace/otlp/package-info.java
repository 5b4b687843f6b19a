/** Reads spans of OpenTelemetry and of OpenInference, as OTLP/JSON and as SDKs write them out. */
@NullMarked
package dev.tocsin.trace.otlp;

import org.jspecify.annotations.NullMarked;
