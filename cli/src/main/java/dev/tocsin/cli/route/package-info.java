/** {@code tocsin route}: where alerts go. */
@NullMarked
package dev.tocsin.cli.route;

import org.jspecify.annotations.NullMarked;
