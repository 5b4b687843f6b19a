package dev.tocsin.cli.test;

import dev.tocsin.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs tests again whenever one of their files changes, until the process is ended. */
final class TestWatch {
  /** Editors write in several steps. */
  private static final long QUIET_MILLIS = 200;

  private final Tests tests;

  /** Runs all tests once. */
  @FunctionalInterface
  interface Tests {
    List<FileResult> run() throws IOException;
  }

  TestWatch(Tests tests) {
    this.tests = tests;
  }

  int run() throws IOException {
    try (WatchService service = FileSystems.getDefault().newWatchService()) {
      while (true) {
        Set<Path> watched = watched(tests.run());
        for (Path folder : folders(watched)) {
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
        }
        awaitChange(service, watched);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
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
