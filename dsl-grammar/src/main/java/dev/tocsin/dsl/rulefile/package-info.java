/** Rule files as written; the only user of SnakeYAML. */
@NullMarked
package dev.tocsin.dsl.rulefile;

import org.jspecify.annotations.NullMarked;
