package dev.tocsin.match;

/**
 * An alert is not to be sent while another one fires.
 *
 * @param rule the place of the inhibition in the plan
 * @param target the alert that is not sent
 * @param source the alert that fires
 */
public record Inhibited(int rule, String target, String source) {}
