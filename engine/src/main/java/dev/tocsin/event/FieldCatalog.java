package dev.tocsin.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields that rules may name: the built-in ones and those that a host declares. Immutable. */
public final class FieldCatalog {
  /** Without fields of a host. */
  public static final FieldCatalog BUILT_IN = new FieldCatalog(Map.of(), List.of());

  /** The label of the groups of {@code ks(*)}. */
  private static final String METRIC = "metric";

  private final Map<String, Field> declared;
  private final List<FieldDescription> descriptions;
  private final Set<String> names;

  private FieldCatalog(Map<String, Field> declared, List<FieldDescription> ofDeclared) {
    this.declared = declared;
    this.descriptions = new ArrayList<>(Fields.descriptions());
    descriptions.addAll(ofDeclared);
    Set<String> all = new java.util.LinkedHashSet<>(Fields.names());
    all.addAll(declared.keySet());
    this.names = Collections.unmodifiableSet(all);
  }

  /**
   * The built-in fields and some of a host's own.
   *
   * @throws IllegalArgumentException when a name is taken; says by what
   */
  public static FieldCatalog with(Collection<DeclaredField> fields) {
    Map<String, Field> declared = new LinkedHashMap<>();
    List<FieldDescription> descriptions = new ArrayList<>();
    for (DeclaredField field : fields) {
      String name = field.name();
      if (Fields.named(name).isPresent()) {
        throw new IllegalArgumentException("field '" + name + "' is built in; choose another name");
      }
      if (name.equals(METRIC)) {
        throw new IllegalArgumentException(
            "field 'metric': groups of ks(*) have this label; choose another name");
      }
      if (declared.putIfAbsent(name, field.field()) != null) {
        throw new IllegalArgumentException("two fields are named '" + name + "'");
      }
      descriptions.add(field.description());
    }
    return new FieldCatalog(declared, descriptions);
  }

  /** The field of a name, or empty when there is none. */
  public Optional<Field> named(String name) {
    Field own = declared.get(name);
    return own == null ? Fields.named(name) : Optional.of(own);
  }

  /** All names; scores, attributes and measures need no declaration and are not among them. */
  public Set<String> names() {
    return names;
  }

  /**
   * What each field is, for documentation and completion: built-in ones, the families {@code
   * score.NAME}, {@code attr.NAME} and {@code measure.NAME}, then those of the host.
   */
  public List<FieldDescription> descriptions() {
    return List.copyOf(descriptions);
  }
}
