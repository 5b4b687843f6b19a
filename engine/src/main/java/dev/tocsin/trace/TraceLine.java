package dev.tocsin.trace;

import dev.tocsin.api.Event;

/**
 * An event and the line it was read from.
 *
 * @param number of the line, from 1
 * @param event what it says
 */
public record TraceLine(long number, Event event) {}
