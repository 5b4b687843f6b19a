package dev.tocsin.peers.drools;

/**
 * A rule holds; logically inserted, so that Drools takes it back.
 *
 * @param rule its place in the rule set
 */
public record Held(int rule) {}
