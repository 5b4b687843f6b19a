package dev.tocsin.cli.check;

/**
 * What a check found.
 *
 * @param files that were read
 * @param rules that could be read in them
 * @param errors in all files
 * @param warnings in all files
 * @param allowed warnings that comments allow, which are not among the others
 * @param unreadable files and directories that were named but not read
 */
record CheckTotals(int files, int rules, int errors, int warnings, int allowed, int unreadable) {}
