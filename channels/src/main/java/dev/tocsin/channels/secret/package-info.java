/** What must not be shown: where it comes from, and how texts are freed of it. */
@NullMarked
package dev.tocsin.channels.secret;

import org.jspecify.annotations.NullMarked;
