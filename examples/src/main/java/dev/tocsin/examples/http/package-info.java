/** The engine inside a small HTTP service that calls a model. */
@NullMarked
package dev.tocsin.examples.http;

import org.jspecify.annotations.NullMarked;
