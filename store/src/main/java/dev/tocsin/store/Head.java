package dev.tocsin.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The place of the journal's last batch, noted beside the journal, so that a journal that lost its
 * end can be told from one that ends there. Survives a kill as the journal does.
 */
final class Head {
  private static final int SIZE = Long.BYTES;

  private final MappedByteBuffer map;

  private Head(MappedByteBuffer map) {
    this.map = map;
  }

  static Head open(Path file, long whereNoneIs) throws IOException {
    boolean there = Files.exists(file) && Files.size(file) >= SIZE;
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!there) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).putLong(0, whereNoneIs);
        channel.write(bytes, 0);
      }
      return new Head(channel.map(MapMode.READ_WRITE, 0, SIZE));
    }
  }

  long place() {
    return map.getLong(0);
  }

  void place(long place) {
    map.putLong(0, place);
  }
}
