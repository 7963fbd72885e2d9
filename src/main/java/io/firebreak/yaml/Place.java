package io.firebreak.yaml;

import io.firebreak.rule.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in the file, with the line on which it stands and the way that leads there. What is wrong with it is noted. */
public final class Place {

    private static final TextRule LINE = TextRule.line("text", "This text", 500);

    private static final int LONGEST_LIST = 1_000;

    private final Node node;
    private final int line;
    private final String path;
    private final Mistakes mistakes;

    private Place(Node node, int line, String path, Mistakes mistakes) {
        this.node = node;
        this.line = line;
        this.path = path;
        this.mistakes = mistakes;
    }

    public static Place root(Node node, Mistakes mistakes) {
        return new Place(node, lineOf(node), "", mistakes);
    }

    public String path() {
        return path;
    }

    public void mistake(String problem, String remedy) {
        mistakes.add(line, path, problem, remedy);
    }

    /** Whether a key stands there without a value. */
    public boolean isBlank() {
        return node.getTag().equals(Tag.NULL);
    }

    public boolean isText() {
        return node instanceof ScalarNode && !isBlank();
    }

    /** The text that stands here; empty when something else does, which is noted. */
    public Optional<String> text() {
        if (!isText() || ((ScalarNode) node).getValue().isBlank()) {
            mistake("There is %s where a text belongs.".formatted(kind()), "Write the value behind the colon.");
            return Optional.empty();
        }
        String text = ((ScalarNode) node).getValue().strip();
        if (LINE.problemOf(text).isPresent()) {
            mistake(
                    "This is more than one line, or holds characters that are no text.",
                    "Write it on one line of at most %d characters.".formatted(LINE.maximumLength()));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The value that the text here means; empty when it means none, which is noted. */
    public <T> Optional<T> read(Function<String, T> meaning) {
        return text().flatMap(text -> meant(() -> meaning.apply(text)));
    }

    private <T> Optional<T> meant(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (WrongValue wrong) {
            mistake(wrong.problem(), wrong.remedy());
            return Optional.empty();
        }
    }

    /** The entries of the list that stands here. */
    public List<Place> items() {
        if (!(node instanceof SequenceNode sequence)) {
            mistake(
                    "There is %s where a list belongs.".formatted(kind()),
                    "Write it in square brackets, [one, two], or each on a line that begins with a hyphen.");
            return List.of();
        }
        if (sequence.getValue().size() > LONGEST_LIST) {
            mistake("This list is too long.", "Shorten it to %,d entries.".formatted(LONGEST_LIST));
            return List.of();
        }
        List<Place> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Place(item, lineOf(item), "%s[%d]".formatted(path, items.size()), mistakes));
        }
        return items;
    }

    /** The meanings of the texts in the list that stands here, without those that have none. */
    public <T> List<T> list(Function<String, T> meaning) {
        return items().stream().flatMap(item -> item.read(meaning).stream()).toList();
    }

    /** The entries that stand here under names that the writer chose, in their order. */
    public Map<String, Place> named() {
        Map<String, Place> named = new LinkedHashMap<>();
        for (NodeTuple entry : tuples()) {
            nameOf(entry).ifPresent(name -> {
                Place place = below(name, entry);
                if (named.putIfAbsent(name, place) != null) {
                    place.mistake("%s is here twice.".formatted(name), "Leave one of the two out.");
                }
            });
        }
        return named;
    }

    /** The names under which entries stand here; nothing is noted. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (NodeTuple entry : ((MappingNode) node).getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                keys.add(key.getValue().strip());
            }
        }
        return keys;
    }

    /** The entries that stand here under keys of the file's format. */
    public Fields fields(Keys shape) {
        Map<String, Place> known = new LinkedHashMap<>();
        named().forEach((key, place) -> {
            if (shape.all().contains(key)) {
                known.put(key, place);
            } else {
                place.mistake(
                        "There is no key %s here.".formatted(WrongValue.shown(key)), Suggestion.of(key, shape.all()));
            }
        });
        if (isMapping()) {
            shape.required().stream()
                    .filter(key -> !known.containsKey(key))
                    .sorted()
                    .forEach(key -> mistake("The key %s is missing.".formatted(key), "Add it."));
        }
        return new Fields(known);
    }

    public boolean isEmptyList() {
        return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        mistake(
                "There is %s where keys with values belong.".formatted(kind()),
                "Write one key a line, each with a colon behind it, further to the right than this one.");
        return List.of();
    }

    private Optional<String> nameOf(NodeTuple entry) {
        return new Place(entry.getKeyNode(), lineOf(entry.getKeyNode()), path, mistakes).text();
    }

    /** The line is that of the key: a value may begin below it. */
    private Place below(String name, NodeTuple entry) {
        String way = path.isEmpty() ? name : path + "." + name;
        return new Place(entry.getValueNode(), lineOf(entry.getKeyNode()), way, mistakes);
    }

    private String kind() {
        if (isBlank() || node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            return "nothing";
        }
        return switch (node.getNodeType()) {
            case SEQUENCE -> "a list";
            case MAPPING -> "a group of keys";
            default -> "a text";
        };
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
