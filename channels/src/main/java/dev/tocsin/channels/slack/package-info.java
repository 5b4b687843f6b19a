/** Alerts to Slack. */
@NullMarked
package dev.tocsin.channels.slack;

import org.jspecify.annotations.NullMarked;
