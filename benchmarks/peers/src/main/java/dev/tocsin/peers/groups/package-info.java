/** Rules with a group for each user: up to a million of them. */
@NullMarked
package dev.tocsin.peers.groups;

import org.jspecify.annotations.NullMarked;
