package dev.tocsin.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of rules, run once for each trace. The method may ask for a {@link
 * dev.tocsin.testkit.Replay}, what the rules did on the trace, and for a {@link
 * dev.tocsin.testkit.engine.TestEngine} with the rules, to which nothing has happened yet.
 *
 * <p>Files are looked for on the class path, then in the directory of the module, then in the
 * working directory. A file that is missing, and rules in which anything is wrong, fail the test.
 * Put on an annotation of one's own, it makes that one the same test.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RulePackExtension.class)
public @interface RulePackTest {

  /** The rule file. */
  String rules();

  /** The trace; plain, gzip or zstd, in any format that {@code tocsin replay} reads. */
  String trace() default "";

  /**
   * More traces; {@code *}, <code>**</code>, {@code ?} and <code>{a,b}</code> stand for several.
   */
  String[] traces() default {};

  /** The zone of times without one. */
  String zone() default "UTC";

  /**
   * A time, as {@link dev.tocsin.testkit.Replay#time} reads it, up to which the rules go on at
   * least, also where the trace ends earlier.
   */
  String until() default "";

  /** Whether the rules go on after the trace until all windows are empty. */
  boolean drain() default false;
}
