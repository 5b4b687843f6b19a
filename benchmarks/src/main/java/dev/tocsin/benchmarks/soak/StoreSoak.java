package dev.tocsin.benchmarks.soak;

import dev.tocsin.benchmarks.Scratch;
import dev.tocsin.benchmarks.Traffic;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs an engine with a store for a month of event time, or as many days as the argument says, and
 * says after each how many bytes the store and the heap take; ends with 1 when either is not flat,
 * or anything was lost.
 */
public final class StoreSoak {
  private static final int DAYS = 30;
  private static final int HOURS = 24;
  private static final int DAYS_TO_RESTART = 5;
  private static final int THIRDS = 3;
  private static final double GROWTH = 1.2;

  private final List<Long> disk = new ArrayList<>();
  private final HeapSamples heap = new HeapSamples();
  private final long start = System.nanoTime();

  private StoreSoak() {}

  /** Takes the number of days. */
  public static void main(String[] arguments) throws IOException {
    int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DAYS;
    if (!new StoreSoak().passes(days)) {
      System.exit(1);
    }
  }

  private boolean passes(int days) throws IOException {
    try (Scratch scratch = new Scratch();
        StoreSoakRun run = new StoreSoakRun(scratch.folder())) {
      for (int day = 1; day <= days; day++) {
        day(run, day);
        if (day % DAYS_TO_RESTART == 0) {
          run.restart();
        }
      }
      boolean passed = isDiskFlat() && isHeapFlat() && run.failures() == 0;
      System.out.println(run.failures() + " failures");
      System.out.println(passed ? "passed" : "FAILED");
      return passed;
    }
  }

  /** The most that the store takes is looked for every hour. */
  private void day(StoreSoakRun run, int day) {
    long most = 0;
    for (int hour = 1; hour <= HOURS; hour++) {
      Instant end = Traffic.START.plus((day - 1L) * HOURS + hour, ChronoUnit.HOURS);
      run.until(end);
      most = Math.max(most, run.bytes("journal") + run.bytes("snapshots"));
    }
    disk.add(most);
    long used = reachable();
    heap.add(used);
    System.out.printf(
        Locale.ROOT,
        "day %2d  %4d s  %,11d events  %,8d transitions  store at most %4d MiB  journal %4d MiB"
            + "  snapshots %3d MiB  stall %2d ms  heap %3d MiB%n",
        day,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
        run.events(),
        run.transitions(),
        most / HeapSamples.MEGABYTE,
        run.bytes("journal") / HeapSamples.MEGABYTE,
        run.bytes("snapshots") / HeapSamples.MEGABYTE,
        run.health().lastStall().toMillis(),
        used / HeapSamples.MEGABYTE);
  }

  private boolean isDiskFlat() {
    if (disk.size() < THIRDS) {
      System.out.println("disk: too few days to say");
      return true;
    }
    long second = most(disk.size() / THIRDS, 2 * disk.size() / THIRDS);
    long last = most(2 * disk.size() / THIRDS, disk.size());
    boolean flat = last <= GROWTH * second;
    System.out.printf(
        Locale.ROOT,
        "disk: at most %d MiB in the second third, %d MiB in the last%s%n",
        second / HeapSamples.MEGABYTE,
        last / HeapSamples.MEGABYTE,
        flat ? "" : ", which is not flat");
    return flat;
  }

  private long most(int from, int to) {
    return disk.subList(from, to).stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private boolean isHeapFlat() {
    if (!heap.areEnough()) {
      System.out.println("heap: too few days to say");
      return true;
    }
    boolean flat = heap.areFlat();
    System.out.printf(
        Locale.ROOT,
        "heap: %d MiB in the second third, %d MiB in the last%s%n",
        heap.second() / HeapSamples.MEGABYTE,
        heap.last() / HeapSamples.MEGABYTE,
        flat ? "" : ", which is not flat");
    return flat;
  }

  @SuppressWarnings("SystemGc")
  private static long reachable() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
