package dev.tocsin.peers.esper;

import com.espertech.esper.common.client.hook.aggfunc.AggregationFunction;
import com.espertech.esper.common.client.hook.aggfunc.AggregationFunctionFactory;
import com.espertech.esper.common.client.hook.aggfunc.AggregationFunctionFactoryContext;
import com.espertech.esper.common.client.hook.aggfunc.AggregationFunctionForge;
import com.espertech.esper.common.client.hook.aggfunc.AggregationFunctionMode;
import com.espertech.esper.common.client.hook.aggfunc.AggregationFunctionModeManaged;
import com.espertech.esper.common.client.hook.aggfunc.AggregationFunctionValidationContext;
import com.espertech.esper.common.client.hook.forgeinject.InjectionStrategyClassNewInstance;
import com.espertech.esper.common.client.type.EPTypeClass;
import com.espertech.esper.common.client.type.EPTypePremade;
import dev.tocsin.peers.others.Percentile95;

/** The 95th percentile as a function of Esper, which has none. */
public final class Percentile95Forge implements AggregationFunctionForge {

  @Override
  public void validate(AggregationFunctionValidationContext context) {}

  @Override
  public EPTypeClass getValueType() {
    return EPTypePremade.DOUBLEBOXED.getEPType();
  }

  @Override
  public AggregationFunctionMode getAggregationFunctionMode() {
    return new AggregationFunctionModeManaged()
        .setInjectionStrategyAggregationFunctionFactory(
            new InjectionStrategyClassNewInstance(Factory.class));
  }

  /** Makes one for each statement. */
  public static final class Factory implements AggregationFunctionFactory {
    @Override
    public AggregationFunction newAggregator(AggregationFunctionFactoryContext context) {
      return new Function();
    }
  }

  private static final class Function implements AggregationFunction {
    private final Percentile95 percentile = new Percentile95();

    @Override
    public void enter(Object value) {
      percentile.add((Long) value);
    }

    @Override
    public void leave(Object value) {
      percentile.remove((Long) value);
    }

    @Override
    public Object getValue() {
      return percentile.read();
    }

    @Override
    public void clear() {
      percentile.clear();
    }
  }
}
