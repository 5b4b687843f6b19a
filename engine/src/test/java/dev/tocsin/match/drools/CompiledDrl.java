package dev.tocsin.match.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.plan.Plan;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** A matcher whose rules were compiled from the DRL of a plan, by Drools' own compiler. */
public final class CompiledDrl {
  private CompiledDrl() {}

  public static ConditionMatcher of(Plan plan) {
    return new DroolsMatcher(plan, session(DrlText.file(plan)));
  }

  private static KieSession session(String drl) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/dev/tocsin/rules/rules.drl", drl);
    KieBuilder builder = services.newKieBuilder(files).buildAll();
    assertThat(builder.getResults().getMessages(Message.Level.WARNING, Message.Level.ERROR))
        .as(drl)
        .isEmpty();
    return services.newKieContainer(builder.getKieModule().getReleaseId()).newKieSession();
  }
}
