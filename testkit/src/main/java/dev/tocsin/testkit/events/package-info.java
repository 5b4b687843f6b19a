/** Events that are generated rather than recorded. */
@NullMarked
package dev.tocsin.testkit.events;

import org.jspecify.annotations.NullMarked;
