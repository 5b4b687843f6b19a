/** The engine beside others that evaluate the same rules on the same calls: see README.md. */
@NullMarked
package dev.tocsin.peers;

import org.jspecify.annotations.NullMarked;
