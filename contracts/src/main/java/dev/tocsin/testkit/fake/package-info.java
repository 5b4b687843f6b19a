/** Plug-ins that remember what they were given, for tests. */
@NullMarked
package dev.tocsin.testkit.fake;

import org.jspecify.annotations.NullMarked;
