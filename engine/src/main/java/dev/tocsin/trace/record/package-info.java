/** What readers of trace formats share: JSON records, their fields, times and tokens. */
@NullMarked
package dev.tocsin.trace.record;

import org.jspecify.annotations.NullMarked;
