/** A bounded memory of recent calls, and what it shows of why an alert fires. */
@NullMarked
package dev.tocsin.sample;

import org.jspecify.annotations.NullMarked;
