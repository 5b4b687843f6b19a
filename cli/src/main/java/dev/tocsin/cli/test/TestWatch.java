package dev.tocsin.cli.test;

import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.OutputClosed;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs tests again whenever one of their files changes, until the process is ended. */
final class TestWatch {
  /** Editors write in several steps. */
  private static final long QUIET_MILLIS = 200;

  private final Tests tests;
  private final Consumer<Exception> failed;

  /** Runs all tests once. */
  @FunctionalInterface
  interface Tests {
    List<FileResult> run() throws IOException, InterruptedException;
  }

  /**
   * @param failed is told why tests could not be run again; they are as soon as a file changes
   */
  TestWatch(Tests tests, Consumer<Exception> failed) {
    this.tests = tests;
    this.failed = failed;
  }

  /**
   * Returns when the thread is interrupted.
   *
   * @throws IOException when the tests cannot be run for the first time
   */
  int run() throws IOException {
    try (WatchService service = FileSystems.getDefault().newWatchService()) {
      Set<Path> watched = watched(tests.run());
      while (true) {
        for (Path folder : folders(watched)) {
          register(folder, service);
        }
        awaitChange(service, watched);
        watched.addAll(again());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    }
  }

  private Set<Path> again() throws InterruptedException {
    try {
      return watched(tests.run());
    } catch (OutputClosed e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      failed.accept(e);
      return Set.of();
    }
  }

  private static void register(Path folder, WatchService service) throws IOException {
    try {
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return; // may come back with another change
    }
  }

  private static Set<Path> watched(List<FileResult> results) {
    Set<Path> watched = new HashSet<>();
    for (FileResult file : results) {
      watched.add(file.checked().file().toAbsolutePath().normalize());
      file.checked().sources().forEach(each -> watched.add(each.toAbsolutePath().normalize()));
    }
    return watched;
  }

  private static Set<Path> folders(Set<Path> files) {
    Set<Path> folders = new HashSet<>();
    for (Path file : files) {
      Path folder = file.getParent();
      if (folder != null) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static void awaitChange(WatchService service, Set<Path> watched)
      throws InterruptedException {
    boolean changed = false;
    while (!changed) {
      changed = concerns(service.take(), watched);
    }
    for (WatchKey key = poll(service); key != null; key = poll(service)) {
      concerns(key, watched);
    }
  }

  private static WatchKey poll(WatchService service) throws InterruptedException {
    return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static boolean concerns(WatchKey key, Set<Path> watched) {
    boolean concerns = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      boolean lost = event.kind() == StandardWatchEventKinds.OVERFLOW;
      concerns |=
          lost
              || (event.context() instanceof Path name
                  && key.watchable() instanceof Path folder
                  && watched.contains(folder.resolve(name)));
    }
    key.reset();
    return concerns;
  }
}
