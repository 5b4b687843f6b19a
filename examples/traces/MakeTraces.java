import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the recorded example traces of this directory from the published data sets.
 *
 * <pre>java MakeTraces.java &lt;shared/data directory&gt; &lt;output directory&gt;</pre>
 *
 * JDK 17, no libraries. SOURCE.md says where the data comes from, how the time lines are laid and what is assumed.
 * The same input gives the same bytes on the same JDK.
 */
public final class MakeTraces {

    private static final Instant DENSE_START = Instant.parse("2023-03-14T10:00:00Z");
    private static final Instant SLOW_START = Instant.parse("2023-03-14T00:00:00Z");
    private static final Instant MOONCAKE_START = Instant.parse("2025-08-01T09:00:00Z");
    private static final Duration DENSE_SPACING = Duration.ofSeconds(2);

    /** PRIME: the stride goes over prime-composite pairs; see {@link #primeOrder}. */
    private static final int PRIME_STRIDE = 169;
    private static final Duration PRIME_SLOW_SPACING = Duration.ofMinutes(20);
    private static final int OPINIONQA_STRIDE = 371;
    private static final Duration OPINIONQA_SLOW_SPACING = Duration.ofMinutes(15);

    private static final Pattern VERDICT = Pattern.compile("\\[(yes|no)]", Pattern.CASE_INSENSITIVE);

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: java MakeTraces.java <shared/data directory> <output directory>");
            System.exit(2);
        }
        Path data = Path.of(args[0]);
        Path out = Path.of(args[1]);
        Files.createDirectories(out);

        List<Map<String, String>> prime = readCsv(data.resolve("llmdrift/PRIME_FULL_EVAL.csv.gz"));
        List<Map<String, String>> primeCalls = new ArrayList<>();
        primeCalls.addAll(primeOrder(callsOf(prime, "gpt-4-0314")));
        primeCalls.addAll(primeOrder(callsOf(prime, "gpt-4-0613")));
        llmDrift(out.resolve("llmdrift-prime-gpt4-dense.jsonl.gz"), primeCalls, DENSE_START, DENSE_SPACING, true);
        llmDrift(out.resolve("llmdrift-prime-gpt4-slow.jsonl.gz"), primeCalls, SLOW_START, PRIME_SLOW_SPACING, false);

        List<Map<String, String>> opinions = readCsv(data.resolve("llmdrift/OPINIONQA_EVAL.csv.gz"));
        List<Map<String, String>> opinionCalls = new ArrayList<>();
        opinionCalls.addAll(stride(callsOf(opinions, "gpt-3.5-turbo-0301"), OPINIONQA_STRIDE));
        opinionCalls.addAll(stride(callsOf(opinions, "gpt-3.5-turbo-0613"), OPINIONQA_STRIDE));
        llmDrift(out.resolve("llmdrift-opinionqa-gpt35-dense.jsonl.gz"), opinionCalls, DENSE_START, DENSE_SPACING, true);
        llmDrift(out.resolve("llmdrift-opinionqa-gpt35-slow.jsonl.gz"), opinionCalls, SLOW_START, OPINIONQA_SLOW_SPACING, false);

        azure(data.resolve("azure-llm-2023/AzureLLMInferenceTrace_conv.csv.gz"), out.resolve("azure-conv-2023.jsonl.gz"));
        mooncake(data.resolve("mooncake-conversation/conversation_trace.jsonl.gz"), out.resolve("mooncake-conversation.jsonl.gz"));
    }

    // ---- LLMDrift ----

    private static List<Map<String, String>> callsOf(List<Map<String, String>> rows, String model) {
        List<Map<String, String>> calls = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (row.get("model").equals("openaichat/" + model)) {
                calls.add(row);
            }
        }
        return calls;
    }

    /**
     * The file holds all primes, then all composites, and each kind was collected in batches of different latency.
     * The i-th prime and the i-th composite make a pair; the pairs are taken with a fixed stride.
     */
    private static List<Map<String, String>> primeOrder(List<Map<String, String>> calls) {
        List<Map<String, String>> primes = new ArrayList<>();
        List<Map<String, String>> composites = new ArrayList<>();
        for (Map<String, String> call : calls) {
            (call.get("dataset").equals("prime") ? primes : composites).add(call);
        }
        if (primes.size() != composites.size()) {
            throw new IllegalStateException(primes.size() + " primes, but " + composites.size() + " composites");
        }
        List<Map<String, String>> orderedPrimes = stride(primes, PRIME_STRIDE);
        List<Map<String, String>> orderedComposites = stride(composites, PRIME_STRIDE);
        List<Map<String, String>> ordered = new ArrayList<>();
        for (int i = 0; i < orderedPrimes.size(); i++) {
            ordered.add(orderedPrimes.get(i));
            ordered.add(orderedComposites.get(i));
        }
        return ordered;
    }

    /** Element i of the result is element (i * step) mod n: a permutation, as step and n have no common divisor. */
    private static <T> List<T> stride(List<T> list, int step) {
        List<T> ordered = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            ordered.add(list.get((int) ((long) i * step % list.size())));
        }
        if (ordered.stream().distinct().count() != list.stream().distinct().count()) {
            throw new IllegalStateException("stride " + step + " does not reach all " + list.size() + " rows");
        }
        return ordered;
    }

    private static void llmDrift(Path file, List<Map<String, String>> calls, Instant start, Duration spacing, boolean texts)
            throws IOException {
        try (Writer writer = gzip(file)) {
            Map<String, Integer> perModel = new LinkedHashMap<>();
            for (int i = 0; i < calls.size(); i++) {
                Map<String, String> call = calls.get(i);
                String model = call.get("model").substring("openaichat/".length());
                boolean june = model.endsWith("-0613");
                boolean opinion = call.get("dataset").equals("opinionqa");
                String task = opinion ? "opinionqa" : "prime";
                int number = perModel.merge(model, 1, Integer::sum);
                Instant end = start.plus(spacing.multipliedBy(i));
                BigDecimal latency = new BigDecimal(call.get("latency"));
                long latencyNanos = latency.movePointRight(9).setScale(0, RoundingMode.HALF_EVEN).longValueExact();

                Line line = new Line()
                        .text("time", end.toString())
                        .text("type", "call")
                        .text("id", String.format(Locale.ROOT, "%s-%s-%04d", task, model, number))
                        .text("start", end.minusNanos(latencyNanos).toString())
                        .text("operation", "chat")
                        .text("model", model)
                        .text("provider", "openai")
                        .text("feature", task)
                        .text("prompt", task)
                        .text("prompt_version", june ? "2023-06" : "2023-03")
                        .literal("output_tokens", call.get("answer_token"))
                        .literal("latency_ms", decimal(latency.movePointRight(3)))
                        .text("status", "ok")
                        .literal("cost_usd", decimal(new BigDecimal(call.get("cost"))));
                if (!opinion) {
                    line.literal("task_completed", Boolean.toString(correct(call)));
                }
                if (texts) {
                    line.text("input", call.get("query")).text("output", call.get("answer"));
                    if (!opinion) {
                        line.text("reference", call.get("ref_answer"));
                    }
                }
                line.literal("attributes", new Line()
                        .text("dataset", call.get("dataset"))
                        .text("source_id", call.get("id")).json());
                writer.write(line.json() + "\n");
            }
        }
        report(file, calls.size());
    }

    /** The first "[Yes]" or "[No]" of the answer says what the reference says. An answer without either is wrong. */
    private static boolean correct(Map<String, String> call) {
        Matcher verdict = VERDICT.matcher(call.get("answer"));
        return verdict.find() && verdict.group(1).equalsIgnoreCase(call.get("ref_answer"));
    }

    private static String decimal(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    // ---- arrivals ----

    private static void azure(Path source, Path file) throws IOException {
        int count = 0;
        try (BufferedReader lines = reader(source); Writer writer = gzip(file)) {
            if (!"TIMESTAMP,ContextTokens,GeneratedTokens".equals(lines.readLine())) {
                throw new IllegalStateException("unexpected header in " + source);
            }
            for (String row = lines.readLine(); row != null; row = lines.readLine()) {
                String[] columns = row.split(",");
                count++;
                writer.write(new Line()
                        .text("time", columns[0].replace(' ', 'T') + "Z")
                        .text("type", "call")
                        .text("id", String.format(Locale.ROOT, "azure-conv-%05d", count))
                        .text("operation", "chat")
                        .text("model", "gpt-4o")
                        .text("feature", "conversation")
                        .literal("input_tokens", columns[1])
                        .literal("output_tokens", columns[2])
                        .json() + "\n");
            }
        }
        report(file, count);
    }

    private static void mooncake(Path source, Path file) throws IOException {
        Pattern fields = Pattern.compile("\\{\"timestamp\": (\\d+), \"input_length\": (\\d+), \"output_length\": (\\d+), .*");
        int count = 0;
        try (BufferedReader lines = reader(source); Writer writer = gzip(file)) {
            for (String row = lines.readLine(); row != null; row = lines.readLine()) {
                Matcher match = fields.matcher(row);
                if (!match.matches()) {
                    throw new IllegalStateException("unexpected line in " + source + ": " + row);
                }
                count++;
                writer.write(new Line()
                        .text("time", MOONCAKE_START.plusMillis(Long.parseLong(match.group(1))).toString())
                        .text("type", "call")
                        .text("id", String.format(Locale.ROOT, "mooncake-%05d", count))
                        .text("operation", "chat")
                        .text("model", "moonshot/kimi-k2-0711-preview")
                        .text("provider", "moonshot")
                        .text("feature", "conversation")
                        .literal("input_tokens", match.group(2))
                        .literal("output_tokens", match.group(3))
                        .json() + "\n");
            }
        }
        report(file, count);
    }

    // ---- JSON, CSV, gzip ----

    /** One JSON object on one line, its keys in the order in which they are given. */
    private static final class Line {
        private final StringBuilder json = new StringBuilder("{");

        Line text(String key, String value) {
            return literal(key, quote(value));
        }

        Line literal(String key, String value) {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append(quote(key)).append(':').append(value);
            return this;
        }

        String json() {
            return json + "}";
        }

        private static String quote(String value) {
            StringBuilder quoted = new StringBuilder("\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '"' -> quoted.append("\\\"");
                    case '\\' -> quoted.append("\\\\");
                    case '\n' -> quoted.append("\\n");
                    case '\r' -> quoted.append("\\r");
                    case '\t' -> quoted.append("\\t");
                    default -> {
                        if (c < 0x20 || c == 0x2028 || c == 0x2029) {
                            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                        } else {
                            quoted.append(c);
                        }
                    }
                }
            }
            return quoted.append('"').toString();
        }
    }

    /** RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. Each record is a map by column name. */
    private static List<Map<String, String>> readCsv(Path file) throws IOException {
        String text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.length() == 0) {
                quoted = true;
            } else if (c == ',') {
                record.add(field.toString());
                field.setLength(0);
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                record.add(field.toString());
                field.setLength(0);
                records.add(record);
                record = new ArrayList<>();
            } else {
                field.append(c);
            }
            i++;
        }
        if (quoted) {
            throw new IllegalStateException("unclosed quote in " + file);
        }
        if (field.length() > 0 || !record.isEmpty()) {
            record.add(field.toString());
            records.add(record);
        }

        List<String> header = records.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : records.subList(1, records.size())) {
            if (values.size() != header.size()) {
                throw new IllegalStateException(file + ": " + values.size() + " fields, not " + header.size() + ": " + values);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                row.put(header.get(column), values.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /** The header that Java writes holds no time stamp and no file name. */
    private static Writer gzip(Path file) throws IOException {
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        };
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    private static void report(Path file, int calls) {
        try {
            System.out.println(file.getFileName() + ": " + calls + " calls, " + Files.size(file) + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MakeTraces() {
    }
}
