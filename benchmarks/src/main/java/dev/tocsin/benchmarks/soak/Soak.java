package dev.tocsin.benchmarks.soak;

import dev.tocsin.api.Instants;
import dev.tocsin.benchmarks.Traffic;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs an engine for some minutes of wall clock, 30 without an argument, and for as many weeks of
 * event time as it manages; ends with 1 when its memory is not flat, when it threw anything, or
 * when it has not counted every event. The heap is looked at once a minute, more often in a run of
 * a few minutes, and once a week of event time at the same hour; what it was before all windows
 * were full does not count.
 */
public final class Soak {
  private static final int MINUTES = 30;
  private static final int LEAST_SAMPLES = 12;
  private static final int PIECE = 4_096;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final long WEEK = TimeUnit.DAYS.toNanos(7);

  /** The longest window takes eight days. */
  private static final long FILLING = TimeUnit.DAYS.toNanos(9);

  private final SoakRun run = new SoakRun(new SoakTraffic(Traffic.START));
  private final HeapSamples byMinute = new HeapSamples();
  private final HeapSamples byWeek = new HeapSamples();
  private final long filled = run.clock() + FILLING;
  private final long start = System.nanoTime();

  private Soak() {}

  /** Takes the number of minutes. */
  public static void main(String[] arguments) {
    long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : MINUTES;
    if (!new Soak().passes(minutes * MINUTE)) {
      System.exit(1);
    }
  }

  private boolean passes(long length) {
    long interval = Math.min(MINUTE, length / LEAST_SAMPLES);
    long nextSample = start + interval;
    long nextWeek = run.clock() + WEEK;
    while (System.nanoTime() - start < length) {
      run.events(PIECE);
      if (run.clock() >= nextWeek) {
        nextWeek += WEEK;
        sample("week", byWeek);
      }
      if (System.nanoTime() >= nextSample) {
        nextSample += interval;
        sample("time", byMinute);
      }
    }
    run.finish();
    System.out.println("counted  " + run.counters());
    System.out.println("expected " + run.expected());
    System.out.println(
        "%,d transitions, %,d firings, %,d reloads, %,d exceptions"
            .formatted(run.transitions(), run.firings(), run.reloads(), run.exceptions()));
    boolean flatByWeek = areFlat("by week", byWeek);
    boolean flatByTime = areFlat("by time", byMinute);
    boolean passed = flatByWeek && flatByTime && run.addsUp() && run.exceptions() == 0;
    System.out.println(passed ? "passed" : "FAILED");
    run.close();
    return passed;
  }

  private void sample(String why, HeapSamples samples) {
    long used = reachable();
    if (run.clock() >= filled) {
      samples.add(used);
    }
    System.out.printf(
        Locale.ROOT,
        "%s %5d s  %s  %,14d events  %,9d transitions  heap %4d MB  %,6d classes%n",
        why,
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
        Instants.ofNanos(run.clock()),
        run.events(),
        run.transitions(),
        used / HeapSamples.MEGABYTE,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }

  private static boolean areFlat(String name, HeapSamples samples) {
    if (!samples.areEnough()) {
      System.out.println("heap " + name + ": too few samples to say");
      return true;
    }
    boolean flat = samples.areFlat();
    System.out.printf(
        Locale.ROOT,
        "heap %s: %d MB in the second third of %d samples, %d MB in the last%s%n",
        name,
        samples.second() / HeapSamples.MEGABYTE,
        samples.size(),
        samples.last() / HeapSamples.MEGABYTE,
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
