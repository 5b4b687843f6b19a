/** Decides conditions with Drools; the only package that knows it. */
@NullMarked
package dev.tocsin.match.drools;

import org.jspecify.annotations.NullMarked;
