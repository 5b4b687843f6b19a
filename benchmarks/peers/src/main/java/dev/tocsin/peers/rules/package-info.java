/** What is evaluated, and what comes of it: firing intervals. */
@NullMarked
package dev.tocsin.peers.rules;

import org.jspecify.annotations.NullMarked;
