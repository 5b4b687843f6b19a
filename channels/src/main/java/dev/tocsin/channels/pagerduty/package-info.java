/** Alerts to PagerDuty. */
@NullMarked
package dev.tocsin.channels.pagerduty;

import org.jspecify.annotations.NullMarked;
