/** Values and templates as texts for people. */
@NullMarked
package dev.tocsin.template;

import org.jspecify.annotations.NullMarked;
