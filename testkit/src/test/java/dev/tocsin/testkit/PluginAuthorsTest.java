package dev.tocsin.testkit;

import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Action;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Message;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.Verdict;
import dev.tocsin.testkit.contract.ActionContract;
import dev.tocsin.testkit.contract.ChannelContract;
import dev.tocsin.testkit.contract.EvaluatorContract;
import dev.tocsin.testkit.contract.TraceFormatContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** Whoever writes a plug-in and depends on the testkit has the contract tests. */
class PluginAuthorsTest {

  @Nested
  class OfAChannel implements ChannelContract {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public Channel plugin() {
      return new Channel() {
        @Override
        public String name() {
          return "lines";
        }

        @Override
        public void send(Message message) {
          lines.add(message.json());
        }
      };
    }

    @Override
    public List<String> delivered() {
      return List.copyOf(lines);
    }
  }

  @Nested
  class OfAnAction implements ActionContract {
    private final Set<String> done = new CopyOnWriteArraySet<>();

    @Override
    public Action plugin() {
      return new Action() {
        @Override
        public String name() {
          return "once-for-each-alert";
        }

        @Override
        public void perform(Transition firing) {
          done.add(firing.alertKey());
        }
      };
    }

    @Override
    public int effects() {
      return done.size();
    }
  }

  @Nested
  class OfAnEvaluator implements EvaluatorContract {
    @Override
    public Evaluator plugin() {
      return new Evaluator() {
        @Override
        public String name() {
          return "polite";
        }

        @Override
        public Set<String> scores() {
          return Set.of("polite");
        }

        @Override
        public List<Verdict> evaluate(Call call) {
          return call.output() == null
              ? List.of()
              : List.of(Verdict.of("polite", call.output().contains("please")));
        }
      };
    }

    @Override
    public Call judged() {
      return Call.atNanos(1).output("once more, please").build();
    }
  }

  @Nested
  class OfATraceFormat implements TraceFormatContract {
    private static final String MAGIC = "#ends\n";

    @Override
    public TraceFormat plugin() {
      return new TraceFormat() {
        @Override
        public String name() {
          return "ends";
        }

        @Override
        public boolean recognises(byte[] head) {
          return new String(head, StandardCharsets.UTF_8).startsWith(MAGIC);
        }

        @Override
        public TraceRecords open(InputStream content, boolean texts) {
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
          return new Ends(reader);
        }
      };
    }

    @Override
    public byte[] sample() {
      return (MAGIC + "1000\n2000\nnever\n").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Lines of nanoseconds at which calls ended. */
  private static final class Ends implements TraceRecords {
    private final BufferedReader reader;
    private long number;

    Ends(BufferedReader reader) {
      this.reader = reader;
    }

    @Override
    public @Nullable TraceRecord next() throws IOException {
      String line = reader.readLine();
      number++;
      if (line == null || !line.startsWith("#")) {
        return line == null ? null : read(line);
      }
      return next();
    }

    private TraceRecord read(String line) {
      try {
        return new TraceRecord.Good(number, Call.atNanos(Long.parseLong(line)).build());
      } catch (NumberFormatException e) {
        return new TraceRecord.Bad(number, "not a number: " + line);
      }
    }
  }
}
