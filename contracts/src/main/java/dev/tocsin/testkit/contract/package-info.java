/** Tests that every plug-in of a kind must pass; extend one and give it the plug-in. */
@NullMarked
package dev.tocsin.testkit.contract;

import org.jspecify.annotations.NullMarked;
