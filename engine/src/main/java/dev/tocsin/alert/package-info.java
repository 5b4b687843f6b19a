/** The life of alerts: from true conditions, tick by tick, to pending, firing and resolved. */
@NullMarked
package dev.tocsin.alert;

import org.jspecify.annotations.NullMarked;
