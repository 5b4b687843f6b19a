package dev.tocsin.cli.replay;

import dev.tocsin.replay.ReplayListener;
import dev.tocsin.replay.ReplaySummary;

/** What a replay writes to standard output. */
interface ReplayReport extends ReplayListener {

  /** Before anything else. */
  void begin(ReplayInput input);

  /** After everything else. */
  void end(ReplaySummary summary);
}
