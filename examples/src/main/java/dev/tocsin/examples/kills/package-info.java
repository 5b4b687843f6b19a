/** An alert that outlives the process that watches it. */
@NullMarked
package dev.tocsin.examples.kills;

import org.jspecify.annotations.NullMarked;
