/** {@code tocsin store} and {@code tocsin record}: what an engine keeps on disk. */
@NullMarked
package dev.tocsin.cli.store;

import org.jspecify.annotations.NullMarked;
