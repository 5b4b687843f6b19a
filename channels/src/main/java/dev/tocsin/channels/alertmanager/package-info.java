/** Alerts as Prometheus and Alertmanager know them, and into an Alertmanager. */
@NullMarked
package dev.tocsin.channels.alertmanager;

import org.jspecify.annotations.NullMarked;
