package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.LinkDefinition;
import dev.tocsin.dsl.routing.ReceiverDefinition;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateKind;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code receivers:} and {@code links:}. */
final class ReceiverReader {
  private static final String EXAMPLE = "as in: {name: oncall, channels: [slack, pagerduty]}";
  private static final int MOST_LINKS = 100;

  private final NodeReader reader;
  private final UniqueNames names;

  ReceiverReader(NodeReader reader, UniqueNames names) {
    this.reader = reader;
    this.names = names;
  }

  List<ReceiverDefinition> receivers(Node node) {
    return KeyedMapping.list(
        node, RuleFilePlace.RECEIVER.keys(), "receivers", EXAMPLE, reader, this::receiver);
  }

  private Optional<ReceiverDefinition> receiver(KeyedMapping written) {
    Optional<Located<String>> name =
        written.required("name").flatMap(node -> reader.text(node, "the name of the receiver"));
    name.ifPresent(found -> names.other("receiver", found));
    List<Located<String>> channels =
        written.required("channels").map(node -> channels(node, reader)).orElse(List.of());
    boolean resolved = written.get("send_resolved").flatMap(reader::bool).orElse(true);
    Optional<Template> title = written.get("title").flatMap(this::message);
    Optional<Template> text = written.get("text").flatMap(this::message);
    return name.map(found -> new ReceiverDefinition(found, channels, resolved, title, text));
  }

  /** At least one; that there is none is reported. */
  static List<Located<String>> channels(Node node, NodeReader reader) {
    List<Located<String>> channels = reader.texts(node, "a list of channel names");
    if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
      reader.error(
          Code.WRONG_KIND,
          reader.span(node),
          "expected a list of channel names, found none",
          Optional.empty());
    }
    return channels;
  }

  private Optional<Template> message(Node node) {
    return reader.template(node, TemplateKind.MESSAGE);
  }

  List<LinkDefinition> links(Node node) {
    List<LinkDefinition> links = new ArrayList<>();
    reader
        .mapping(node, "a mapping of links", "as in: {trace: \"https://t.example/{{ trace }}\"}")
        .map(mapping -> Entries.of(mapping, reader, MOST_LINKS, Code.DUPLICATE_NAME, "link"))
        .ifPresent(
            entries -> entries.forEach((name, value) -> link(name, value).ifPresent(links::add)));
    return links;
  }

  private Optional<LinkDefinition> link(Located<String> name, Node node) {
    names.other("link", name);
    Optional<Template> address = reader.template(node, TemplateKind.LINK);
    if (address.filter(written -> !isWeb(written)).isPresent()) {
      reader.error(
          Code.BAD_LINK,
          reader.span(node),
          "a link begins with https:// or http:// and the name of a host",
          Optional.of("as in: https://cloud.langfuse.com/project/p1/traces/{{ trace }}"));
      return Optional.empty();
    }
    return address.map(written -> new LinkDefinition(name, written));
  }

  /** What an alert fills in can change neither the scheme nor the beginning of the host. */
  private static boolean isWeb(Template template) {
    return template.parts().stream()
        .findFirst()
        .filter(Template.Text.class::isInstance)
        .map(part -> ((Template.Text) part).text())
        .filter(text -> text.matches("(?i)https?://[^\\s/?#@]+([/?#]\\S*)?"))
        .isPresent();
  }
}
