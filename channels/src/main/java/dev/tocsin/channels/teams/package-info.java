/** Alerts to Microsoft Teams. */
@NullMarked
package dev.tocsin.channels.teams;

import org.jspecify.annotations.NullMarked;
