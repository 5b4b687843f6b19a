package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.Utf8File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files by their path, relative to the including one, and packs on the class path. */
final class FilesOnDisk implements IncludedFiles {

  @Override
  public Source open(String from, String name, Diagnostics diagnostics) throws IOException {
    if (Packs.isPack(name)) {
      return Packs.open(name);
    }
    if (Packs.isPack(from)) {
      throw new IOException("a pack can include packs only");
    }
    try {
      return Utf8File.read(Path.of(from).resolveSibling(name).normalize(), diagnostics);
    } catch (NoSuchFileException e) {
      throw new IOException("no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    } catch (InvalidPathException e) {
      throw new IOException("not a path", e);
    }
  }

  @Override
  public String identity(String sourceName) {
    if (Packs.isPack(sourceName)) {
      return sourceName;
    }
    Path path = Path.of(sourceName);
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize().toString();
    }
  }
}
