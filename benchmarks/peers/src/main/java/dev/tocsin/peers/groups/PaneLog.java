package dev.tocsin.peers.groups;

import java.util.Arrays;

/** What a pane holds: whose latency fell into which bucket. */
final class PaneLog {
  private static final int INITIAL = 1 << 10;

  private UserLatencies[] users = new UserLatencies[INITIAL];
  private short[] buckets = new short[INITIAL];
  private int size;

  void add(UserLatencies user, int bucket) {
    if (size == users.length) {
      users = Arrays.copyOf(users, 2 * size);
      buckets = Arrays.copyOf(buckets, 2 * size);
    }
    users[size] = user;
    buckets[size++] = (short) bucket;
  }

  int size() {
    return size;
  }

  UserLatencies user(int at) {
    return users[at];
  }

  int bucket(int at) {
    return buckets[at];
  }

  void clear() {
    users = new UserLatencies[INITIAL];
    buckets = new short[INITIAL];
    size = 0;
  }
}
