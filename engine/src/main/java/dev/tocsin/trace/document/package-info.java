/**
 * What readers of spans and runs share: JSON documents that are walked without holding them, values
 * with their names, trees of spans, and tokens as sources count them.
 */
@NullMarked
package dev.tocsin.trace.document;

import org.jspecify.annotations.NullMarked;
