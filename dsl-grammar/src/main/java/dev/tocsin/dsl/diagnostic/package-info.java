/** What is wrong with what an author wrote, and how it is shown. */
@NullMarked
package dev.tocsin.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
