package dev.tocsin.aggregate;

import dev.tocsin.plan.Group;
import dev.tocsin.window.WindowShape;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the sizes of objects that belong to one group. What all groups share (plans, shapes,
 * constants) is left out.
 */
final class ObjectSizes {
  private static final int HEADER = 12;
  private static final int REFERENCE = 4;
  private static final int ARRAY_HEADER = 16;
  private static final int MAP_NODE = 40;
  private static final String OURS = "dev.tocsin.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The object and all that it holds, in bytes. */
  long of(@Nullable Object object) {
    if (object == null || isShared(object) || !seen.add(object)) {
      return 0;
    }
    Class<?> type = object.getClass();
    if (type.isArray()) {
      return array(object, type.getComponentType());
    }
    if (object instanceof String text) {
      return aligned(HEADER + 12L) + aligned(ARRAY_HEADER + (long) text.length());
    }
    if (object instanceof Collection<?> collection) {
      long slots = aligned(ARRAY_HEADER + (long) REFERENCE * collection.size());
      return aligned(HEADER + 12L) + slots + collection.stream().mapToLong(this::of).sum();
    }
    if (object instanceof Map<?, ?> map) {
      return aligned(HEADER + 36L)
          + (long) MAP_NODE * map.size()
          + map.entrySet().stream().mapToLong(e -> of(e.getKey()) + of(e.getValue())).sum();
    }
    return type.getName().startsWith(OURS) ? fields(object, type) : aligned(HEADER + 8L);
  }

  private static boolean isShared(Object object) {
    boolean plan = object.getClass().getName().startsWith("dev.tocsin.plan.");
    return object instanceof Enum
        || object.getClass().isHidden() // a lambda
        || object instanceof WindowShape
        || (plan && !(object instanceof Group));
  }

  private long array(Object array, Class<?> component) {
    int length = Array.getLength(array);
    long bytes = aligned(ARRAY_HEADER + (long) width(component) * length);
    if (!component.isPrimitive()) {
      for (int i = 0; i < length; i++) {
        bytes += of(Array.get(array, i));
      }
    }
    return bytes;
  }

  private long fields(Object object, Class<?> type) {
    long own = HEADER;
    long held = 0;
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          own += width(field.getType());
          held += field.getType().isPrimitive() ? 0 : of(value(field, object));
        }
      }
    }
    return aligned(own) + held;
  }

  private static @Nullable Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int width(Class<?> type) {
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    if (type == boolean.class || type == byte.class) {
      return Byte.BYTES;
    }
    return type == char.class || type == short.class ? Short.BYTES : REFERENCE;
  }

  private static long aligned(long bytes) {
    return (bytes + 7) / 8 * 8;
  }
}
