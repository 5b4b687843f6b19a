/** What pagers keep: incidents that are opened, acknowledged and resolved. */
@NullMarked
package dev.tocsin.channels.incident;

import org.jspecify.annotations.NullMarked;
