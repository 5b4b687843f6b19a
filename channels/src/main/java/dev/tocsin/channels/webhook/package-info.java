/** Alerts to any HTTP server, in the form of Alertmanager's webhook. */
@NullMarked
package dev.tocsin.channels.webhook;

import org.jspecify.annotations.NullMarked;
