/** Replays recorded traces through the rules, without channels, actions and network. */
@NullMarked
package dev.tocsin.replay;

import org.jspecify.annotations.NullMarked;
