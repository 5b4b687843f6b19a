package dev.tocsin.replay;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A trace could not be replayed at all; the message names file and line and what to do. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /** Why. */
  public enum Kind {
    /** The file is missing, unreadable, empty or not a trace. */
    UNREADABLE,
    /** A line is bad, and bad lines are not allowed. */
    BAD_LINE
  }

  TraceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /**
   * That a trace could not be read.
   *
   * @param lines read before
   */
  public static TraceException unreadable(Path trace, IOException e, long lines) {
    String place = lines == 0 ? "before its first line" : "after line " + lines;
    String reason;
    if (e instanceof NoSuchFileException) {
      reason = "no such file";
    } else if (Files.isDirectory(trace)) {
      reason = "is a folder, not a trace";
    } else if (e instanceof AccessDeniedException) {
      reason = "no permission to read it";
    } else if (e instanceof EOFException) {
      reason = "ends in the middle of its compressed data, " + place;
    } else if (e instanceof ZipException) {
      reason = "damaged compressed data " + place + " (" + e.getMessage() + ")";
    } else {
      reason = "cannot be read" + (lines == 0 ? "" : " " + place) + ": " + e.getMessage();
    }
    return new TraceException(Kind.UNREADABLE, trace + ": " + reason);
  }

  /** That a trace holds no event. */
  public static TraceException withoutEvents(Path trace) {
    return new TraceException(Kind.UNREADABLE, trace + ": there is no event in it");
  }

  /** Why the trace could not be replayed. */
  public Kind kind() {
    return kind;
  }
}
