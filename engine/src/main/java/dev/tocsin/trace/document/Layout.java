package dev.tocsin.trace.document;

/** Where the documents of a format hold their records. */
@FunctionalInterface
public interface Layout {

  /**
   * Whether the objects in a field are records, or lead to some, and so are walked one by one; what
   * is no object or list there is kept as any other field.
   *
   * @param from the field that holds the object, empty for one that stands by itself
   * @param field one of that object's fields
   * @param list whether it holds a list, not an object
   */
  boolean leads(String from, String field, boolean list);
}
