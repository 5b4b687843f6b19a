/** An endpoint over HTTP for those who look after an engine. */
@NullMarked
package dev.tocsin.admin;

import org.jspecify.annotations.NullMarked;
