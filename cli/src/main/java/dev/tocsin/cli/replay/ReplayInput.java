package dev.tocsin.cli.replay;

import java.nio.file.Path;
import java.util.List;

/**
 * What is replayed.
 *
 * @param ruleFile as the user named it
 * @param rules in the order of the file
 * @param trace as the user named it
 * @param traceBytes its size on disk, or -1 for what has none, such as a pipe
 */
record ReplayInput(Path ruleFile, List<RuleLine> rules, Path trace, long traceBytes) {}
