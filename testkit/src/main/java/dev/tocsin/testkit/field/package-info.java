/** Fields of calls as tests write them: which there are, and what values they are given. */
@NullMarked
package dev.tocsin.testkit.field;

import org.jspecify.annotations.NullMarked;
