/** Where alerts go, as the rule file says: immutable values. */
@NullMarked
package dev.tocsin.routing;

import org.jspecify.annotations.NullMarked;
