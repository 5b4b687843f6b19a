/** Events and values as bytes, for snapshots and journals. */
@NullMarked
package dev.tocsin.codec;

import org.jspecify.annotations.NullMarked;
