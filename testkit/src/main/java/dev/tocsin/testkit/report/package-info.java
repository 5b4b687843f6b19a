/** What a run did, as one HTML file. */
@NullMarked
package dev.tocsin.testkit.report;

import org.jspecify.annotations.NullMarked;
