/** Commands that ask a running engine through its admin endpoint. */
@NullMarked
package dev.tocsin.cli.admin;

import org.jspecify.annotations.NullMarked;
