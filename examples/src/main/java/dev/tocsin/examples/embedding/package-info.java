/** The engine inside a service, as short as it gets. */
@NullMarked
package dev.tocsin.examples.embedding;

import org.jspecify.annotations.NullMarked;
