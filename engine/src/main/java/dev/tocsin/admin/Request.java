package dev.tocsin.admin;

/**
 * A request that has been let through.
 *
 * @param named the last part of the path where its route has a place for a name; else empty
 * @param query what stands behind the question mark
 * @param body its text, empty without one
 */
record Request(String named, Query query, String body) {}
