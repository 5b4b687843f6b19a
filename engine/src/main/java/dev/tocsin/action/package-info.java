/** What alerts do, kept until it is done. */
@NullMarked
package dev.tocsin.action;

import org.jspecify.annotations.NullMarked;
