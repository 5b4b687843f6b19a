package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;

/**
 * Workflow commands of GitHub Actions. Source: docs.github.com, "Workflow commands for GitHub
 * Actions", setting an error or warning message.
 */
final class GithubCheckReport implements CheckReport {
  private final StyledOutput out;

  GithubCheckReport(StyledOutput out) {
    this.out = out;
  }

  @Override
  public void problem(Diagnostic diagnostic) {
    Source source = diagnostic.span().source();
    int start = diagnostic.span().start();
    int end = diagnostic.span().end();
    String hint = diagnostic.hint().map(text -> "\nhint: " + text).orElse("");
    out.line(
        "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s"
            .formatted(
                diagnostic.severity() == Level.ERROR ? "error" : "warning",
                property(source.name()),
                source.line(start),
                source.column(start),
                source.line(end),
                source.column(end),
                property(diagnostic.code().id()),
                data(diagnostic.message() + hint)));
  }

  @Override
  public void unreadable(String file, CommandFailure failure) {
    out.line(
        "::error file=%s::%s"
            .formatted(property(file), data(String.valueOf(failure.getMessage()))));
  }

  @Override
  public void end(CheckTotals totals) {}

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
