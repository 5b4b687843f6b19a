/** What a competent team would write by hand: panes of a second. */
@NullMarked
package dev.tocsin.peers.hand;

import org.jspecify.annotations.NullMarked;
