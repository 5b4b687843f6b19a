package dev.tocsin.trace.otlp;

import dev.tocsin.trace.document.Messages;
import dev.tocsin.trace.document.Value;
import dev.tocsin.trace.otlp.Span.Moment;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that a span sent and received: in attributes, or in events of older generations. */
final class SpanTexts {
  private static final String[] INPUTS = {
    "gen_ai.input.messages",
    "gen_ai.prompt",
    "input.value",
    "ai.prompt.messages",
    "ai.prompt",
    "input"
  };
  private static final String[] OUTPUTS = {
    "gen_ai.output.messages",
    "gen_ai.completion",
    "output.value",
    "ai.response.text",
    "ai.response.object",
    "output"
  };
  private static final Pattern INDEXED_INPUT =
      Pattern.compile(
          "(gen_ai\\.prompt|llm\\.prompts)\\.\\d+\\.(content|prompt\\.text)|llm\\.input_messages\\.\\d+\\.message\\."
              + "(content|contents\\.\\d+\\.message_content\\.text)|embedding\\.embeddings\\.\\d+\\.embedding\\.text");
  private static final Pattern INDEXED_OUTPUT =
      Pattern.compile(
          "(gen_ai\\.completion|llm\\.completions)\\.\\d+\\.(content|completion\\.text)|llm\\.output_messages\\.\\d+\\.message\\."
              + "(content|contents\\.\\d+\\.message_content\\.text)");
  private static final Set<String> MESSAGES_SENT =
      Set.of(
          "gen_ai.system.message",
          "gen_ai.user.message",
          "gen_ai.assistant.message",
          "gen_ai.tool.message",
          "gen_ai.content.prompt");
  private static final Set<String> MESSAGES_RECEIVED =
      Set.of("gen_ai.choice", "gen_ai.content.completion");

  /** What holds texts, or what only makes sense beside them. */
  private static final Pattern NO_ATTRIBUTE =
      Pattern.compile(
          "(gen_ai\\.(usage|prompt|completion|input|output|system_instructions|tool)|"
              + "llm\\.(input_messages|output_messages|prompts|completions|tools|prompt_template|invocation_parameters)|"
              + "llm\\.request\\.functions|"
              + "ai\\.(usage|prompt|values?|embeddings?|schema|response\\.(text|object|toolCalls|reasoning|providerMetadata))|"
              + "traceloop\\.entity\\.(input|output)|embedding\\.embeddings|retrieval|reranker|input|output|"
              + "metadata|((trace|session)\\.)?evaluations|tag)(\\..*)?");

  private SpanTexts() {}

  static @Nullable String input(Span span) {
    return text(span, INDEXED_INPUT, INPUTS, MESSAGES_SENT);
  }

  static @Nullable String output(Span span) {
    return text(span, INDEXED_OUTPUT, OUTPUTS, MESSAGES_RECEIVED);
  }

  /** Whether an attribute of this name is kept with the call. */
  static boolean isKept(String name) {
    return !NO_ATTRIBUTE.matcher(name).matches();
  }

  private static @Nullable String text(
      Span span, Pattern indexed, String[] names, Set<String> events) {
    StringJoiner all = new StringJoiner("\n");
    for (Value each : span.attributes().all()) {
      if (indexed.matcher(each.field()).matches()) {
        all.add(String.valueOf(each.textOrJson()));
      }
    }
    if (all.length() > 0) {
      return all.toString();
    }
    Value whole = span.attributes().get(names);
    if (!whole.absent()) {
      return Messages.text(whole);
    }
    for (Moment moment : span.moments()) {
      if (events.contains(moment.name())) {
        String said =
            Messages.text(
                moment
                    .attributes()
                    .get(
                        "content",
                        "message.content",
                        "message",
                        "gen_ai.prompt",
                        "gen_ai.completion"));
        all.add(said == null ? "" : said);
      }
    }
    return all.length() == 0 ? null : all.toString();
  }
}
