package dev.tocsin.live;

import java.util.Optional;

/**
 * A delivery was tried.
 *
 * @param delivery its id
 * @param ending how
 * @param error in words; empty when nothing went wrong
 * @param receipt what the channel said
 */
record Ended(String delivery, Worker.Ending ending, String error, Optional<String> receipt) {

  static Ended well(String delivery) {
    return new Ended(delivery, Worker.Ending.WELL, "", Optional.empty());
  }

  static Ended hopeless(String delivery, String error) {
    return new Ended(delivery, Worker.Ending.HOPELESS, error, Optional.empty());
  }
}
