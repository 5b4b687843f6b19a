package dev.tocsin.window;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** States of folds as tests handle them: as bytes, and without their types. */
final class States {
  private States() {}

  static FoldState<?> of(FoldKind kind, List<Long> values) {
    FoldState<?> state = kind.empty();
    values.forEach(state::add);
    return state;
  }

  static byte[] bytes(FoldState<?> state) {
    return written(state::writeTo);
  }

  static byte[] bytes(Window window) {
    return written(window::writeTo);
  }

  /** What a window shows at the moment: current and baseline. */
  static List<String> shown(Window window) {
    HexFormat hex = HexFormat.of();
    return List.of(hex.formatHex(bytes(window.current())), hex.formatHex(bytes(window.baseline())));
  }

  static FoldState<?> copy(FoldState<?> state) {
    try {
      return state.kind().read(input(bytes(state)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Window copy(Window window, WindowShape shape, FoldKind kind) {
    try {
      Window copy = shape.open(kind);
      copy.readFrom(input(bytes(window)));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static void merge(FoldState<?> into, FoldState<?> part) {
    ((FoldState) into).merge((FoldState) part);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static void subtract(FoldState<?> from, FoldState<?> part) {
    ((FoldState) from).subtract((FoldState) part);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static void rebuild(FoldState<?> total, List<FoldState<?>> parts) {
    ((FoldState) total).rebuild((List) parts);
  }

  private interface Writes {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Writes writes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writes.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
