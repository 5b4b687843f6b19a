package dev.tocsin.cli.command;

import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.csv.Columns;
import dev.tocsin.trace.csv.CsvFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a trace is written down, where it does not say so by itself. */
public final class TraceOptions {
  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Read the trace in this format, whatever it looks like: langfuse, csv, ...")
  private @Nullable String format;

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description = "Read a CSV file: time=ts,model=model_name,attr.tenant=org")
  private List<String> columns = List.of();

  /** As another command would be given them, with a blank at the end; empty without any. */
  public String words() {
    String from = format == null ? "" : "--from " + format + " ";
    return columns.isEmpty() ? from : from + "--columns '" + String.join(",", columns) + "' ";
  }

  /**
   * The formats in which the trace may be.
   *
   * @throws CommandFailure when there is no such format or field
   */
  public TraceFormats formats() {
    try {
      if (!columns.isEmpty()) {
        TraceFormats table = TraceFormats.only(new CsvFormat(Columns.of(columns)));
        return format == null ? table : table.named(format);
      }
      TraceFormats all = TraceFormats.discovered();
      return format == null ? all : all.named(format);
    } catch (IllegalArgumentException e) {
      String option = columns.isEmpty() ? "--from: " : "--columns: ";
      throw CommandFailure.usage(option + e.getMessage(), Optional.empty());
    }
  }
}
