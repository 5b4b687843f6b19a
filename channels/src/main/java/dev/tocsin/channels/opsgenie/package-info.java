/** Alerts to Opsgenie. */
@NullMarked
package dev.tocsin.channels.opsgenie;

import org.jspecify.annotations.NullMarked;
