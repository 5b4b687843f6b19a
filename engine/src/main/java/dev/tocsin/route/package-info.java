/** Routes at work: who is told of which alerts, when, and why not. */
@NullMarked
package dev.tocsin.route;

import org.jspecify.annotations.NullMarked;
