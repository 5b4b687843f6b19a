/** {@code tocsin schema}. */
@NullMarked
package dev.tocsin.cli.schema;

import org.jspecify.annotations.NullMarked;
