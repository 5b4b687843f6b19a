/**
 * An engine's journal on Chronicle Queue and its snapshots in Chronicle Map files, in one directory
 * that belongs to one process at a time.
 */
@NullMarked
package dev.tocsin.store;

import org.jspecify.annotations.NullMarked;
