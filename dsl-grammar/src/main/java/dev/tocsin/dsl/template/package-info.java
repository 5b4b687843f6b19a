/** Templates of the texts that go with an alert. */
@NullMarked
package dev.tocsin.dsl.template;

import org.jspecify.annotations.NullMarked;
