/** What a replay did, as lines of text in the order of time. */
@NullMarked
package dev.tocsin.testkit.timeline;

import org.jspecify.annotations.NullMarked;
