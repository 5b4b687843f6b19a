/** Weeks of traffic of every kind through one engine, whose memory must not grow. */
@NullMarked
package dev.tocsin.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
