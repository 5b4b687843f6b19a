/** Where alerts go, as rule files write it: names are not resolved yet. */
@NullMarked
package dev.tocsin.dsl.routing;

import org.jspecify.annotations.NullMarked;
