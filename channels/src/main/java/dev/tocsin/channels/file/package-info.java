/** Alerts in a file, for machines. */
@NullMarked
package dev.tocsin.channels.file;

import org.jspecify.annotations.NullMarked;
