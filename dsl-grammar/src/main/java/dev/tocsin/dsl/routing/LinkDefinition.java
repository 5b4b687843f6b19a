package dev.tocsin.dsl.routing;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.template.Template;

/**
 * An address shown with every alert.
 *
 * @param name as it is shown; unique in all files that are loaded together
 * @param address begins with {@code http://} or {@code https://}
 */
public record LinkDefinition(Located<String> name, Template address) {}
