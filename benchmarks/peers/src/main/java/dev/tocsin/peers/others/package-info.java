/** What the engines of others need alike: events of their form, and which rules hold. */
@NullMarked
package dev.tocsin.peers.others;

import org.jspecify.annotations.NullMarked;
