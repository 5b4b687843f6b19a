/** Texts in YAML, read to values that know where they were written; the only user of SnakeYAML. */
@NullMarked
package dev.tocsin.dsl.yaml;

import org.jspecify.annotations.NullMarked;
