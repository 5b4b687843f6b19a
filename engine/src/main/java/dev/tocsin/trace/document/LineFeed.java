package dev.tocsin.trace.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands a stream to a JSON parser in pieces that never go past the end of a line, so that after a
 * mistake it is known where to go on.
 */
final class LineFeed extends InputStream {
  /** A longer record is not read: 64 MiB. */
  static final int LONGEST_RECORD = 1 << 26;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int available;
  private int pieceStart;
  private long line = 1;
  private boolean atLineStart = true;
  private boolean pieceBeginsLine;
  private long handed;

  LineFeed(InputStream in) {
    this.in = in;
  }

  /** The line of the next byte, from 1. */
  long line() {
    return line;
  }

  /** How many bytes were handed out since {@link #startRecord}. */
  long handed() {
    return handed;
  }

  /** From here on a record may have its full length. */
  void startRecord() {
    handed = 0;
  }

  /**
   * Takes the next line with its end if it is JSON by itself, as far as brackets tell; null, and
   * nothing taken, if it is not, or is longer than the limit.
   */
  byte @Nullable [] wholeLine(int limit) throws IOException {
    int end = position;
    Brackets brackets = new Brackets();
    while (true) {
      if (end == available) {
        int kept = available - position;
        if (kept > limit) {
          return null;
        }
        boolean more = load();
        end = position + kept;
        if (!more) {
          break;
        }
      }
      byte next = buffer[end++];
      if (next == '\n') {
        break;
      }
      brackets.next(next);
    }
    if (!brackets.closed()) {
      return null;
    }
    byte[] taken = Arrays.copyOfRange(buffer, position, end);
    advance(end);
    return taken;
  }

  /** Whether a JSON parser would take what comes next for UTF-16 or UTF-32. */
  boolean looksWide() {
    int first = buffer[position] & 0xff;
    boolean mark = first >= 0xfe;
    for (int i = position; i < Math.min(position + 4, available); i++) {
      mark |= buffer[i] == 0;
    }
    return mark;
  }

  /** Whether nothing is left. */
  boolean atEnd() throws IOException {
    return position == available && !load();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (atEnd()) {
      return -1;
    }
    if (handed > LONGEST_RECORD) {
      throw new LongRecordException();
    }
    int end = position;
    int most = Math.min(available, position + length);
    while (end < most && buffer[end] != '\n') {
      end++;
    }
    end += end < most ? 1 : 0;
    int count = end - position;
    System.arraycopy(buffer, position, bytes, offset, count);
    pieceStart = position;
    pieceBeginsLine = atLineStart;
    handed += count;
    advance(end);
    return count;
  }

  /**
   * Goes on after a mistake: at the line in which it was noticed, if that begins a document, else
   * at the next line that does.
   *
   * @param root line at which the document with the mistake began
   */
  void recover(long root) throws IOException {
    boolean pieceEndsLine = atLineStart;
    long pieceLine = pieceEndsLine ? line - 1 : line;
    if (pieceBeginsLine && pieceLine > root && begins(pieceStart)) {
      position = pieceStart;
      line = pieceLine;
      atLineStart = true;
      return;
    }
    boolean skip = !pieceEndsLine;
    while (!atEnd() && (skip || !begins(position))) {
      skip = true;
      while (skip && !atEnd()) {
        int end = position + 1;
        skip = buffer[position] != '\n';
        advance(end);
      }
    }
  }

  private boolean begins(int at) {
    return at < available && (buffer[at] == '{' || buffer[at] == '[');
  }

  private void advance(int end) {
    atLineStart = buffer[end - 1] == '\n';
    line += atLineStart ? 1 : 0;
    position = end;
  }

  /** Loads more behind what is left; false at the end. */
  private boolean load() throws IOException {
    int kept = available - position;
    if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    } else {
      System.arraycopy(buffer, position, buffer, 0, kept);
      position = 0;
      pieceStart = 0;
      available = kept;
    }
    int read = in.read(buffer, available, buffer.length - available);
    available += Math.max(read, 0);
    return read > 0;
  }
}
