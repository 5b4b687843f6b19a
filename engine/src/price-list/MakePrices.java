import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes litellm-model-prices.tsv from LiteLLM's model_prices_and_context_window.json; SOURCE.md states the rule.
 *
 * <pre>java MakePrices.java &lt;model_prices_and_context_window.json&gt; &lt;litellm-model-prices.tsv&gt;</pre>
 *
 * The snapshot is indented by one space a level, so the text of each value is taken from its line as it stands:
 * no price passes through a floating-point number.
 */
public final class MakePrices {

    private static final Pattern MODEL = Pattern.compile(" \"([^\"\\\\\t]+)\": \\{");
    private static final Pattern FIELD = Pattern.compile("  \"(\\w+)\": (\"[^\"\\\\]*\"|[-+.0-9eE]+),?");
    private static final Pattern TIER = Pattern.compile("input_cost_per_token_above_(\\d+)k_tokens");
    private static final List<String> KEPT = List.of("input_cost_per_token", "output_cost_per_token",
            "cache_read_input_token_cost", "cache_creation_input_token_cost");
    private static final String UP_TO = "base_price_up_to_input_tokens";

    public static void main(String[] args) throws IOException {
        Map<String, String> excerpt = new TreeMap<>();
        String model = null;
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            Matcher start = MODEL.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (start.matches()) {
                model = start.group(1);
                fields.clear();
            } else if (field.matches()) {
                fields.put(field.group(1), field.group(2));
            } else if (line.startsWith("  \"tiered_pricing\"")) {
                fields.put("tiered_pricing", "[");
            } else if (line.startsWith(" }") && wanted(fields)) {
                StringBuilder row = new StringBuilder(model);
                for (String name : KEPT) {
                    row.append('\t').append(freeCache(fields, name) ? "" : fields.getOrDefault(name, ""));
                }
                row.append('\t');
                fields.keySet().stream().map(TIER::matcher).filter(Matcher::matches).mapToLong(m -> Long.parseLong(m.group(1))).min()
                        .ifPresent(k -> row.append(k * 1000));
                excerpt.put(model, row.toString());
            }
        }
        StringBuilder out = new StringBuilder("model\t" + String.join("\t", KEPT) + '\t' + UP_TO + '\n');
        excerpt.values().forEach(row -> out.append(row).append('\n'));
        Files.writeString(Path.of(args[1]), out);
        System.out.println(excerpt.size() + " models");
    }

    private static boolean wanted(Map<String, String> fields) {
        if (fields.containsKey("tiered_pricing")) {
            return false; // no single price to keep
        }
        return switch (fields.getOrDefault("mode", "")) {
            case "\"chat\"", "\"completion\"", "\"responses\"" -> priced(fields, "input_cost_per_token") && priced(fields, "output_cost_per_token");
            case "\"embedding\"" -> priced(fields, "input_cost_per_token");
            default -> false;
        };
    }

    private static boolean priced(Map<String, String> fields, String name) {
        String price = fields.get(name);
        return price != null && !price.startsWith("\"") && Double.parseDouble(price) > 0;
    }

    /** A zero for the cache may mean free or unknown: left out, like a model whose price is zero. */
    private static boolean freeCache(Map<String, String> fields, String name) {
        return name.startsWith("cache_") && !priced(fields, name);
    }

    private MakePrices() {
    }
}
