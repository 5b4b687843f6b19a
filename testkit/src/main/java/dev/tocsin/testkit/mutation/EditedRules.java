package dev.tocsin.testkit.mutation;

import dev.tocsin.Rules;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.IncludedFiles;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.plan.Plan;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Rule files with a change in one of them. Nothing is written. */
final class EditedRules {
  private EditedRules() {}

  /** The plan of the rules with the change; empty where they are wrong then. */
  static Optional<Plan> plan(RuleFile file, Mutant mutant) {
    Span place = mutant.place();
    String text = place.source().text();
    String edited =
        text.substring(0, place.start()) + mutant.replacement() + text.substring(place.end());
    Map<String, Source> sources = new HashMap<>();
    file.sources().forEach(source -> sources.put(source.name(), source));
    sources.put(place.source().name(), new Source(place.source().name(), edited));
    Source root = sources.getOrDefault(file.source().name(), file.source());
    return Rules.check(root, new Kept(sources)).plan();
  }

  /** The files as they were read, but for the edited one. */
  private static final class Kept implements IncludedFiles {
    private final Map<String, Source> sources;
    private final IncludedFiles disk = IncludedFiles.onDisk();

    private Kept(Map<String, Source> sources) {
      this.sources = sources;
    }

    @Override
    public Source open(String from, String name, Diagnostics diagnostics) throws IOException {
      Source source = disk.open(from, name, diagnostics);
      return sources.getOrDefault(source.name(), source);
    }

    @Override
    public String identity(String sourceName) {
      return disk.identity(sourceName);
    }
  }
}
