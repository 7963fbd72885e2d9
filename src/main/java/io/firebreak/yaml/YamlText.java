package io.firebreak.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * From bytes to the tree of a YAML file, of which nothing is built but texts, lists and keys. Whoever may have the file
 * checked may have written it to do harm, so it is looked through first, entry by entry, without any tree.
 */
public final class YamlText {

    /** The crisis plan for 500 people has 200,000. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;
    private static final String WHOLE_FILE = "";

    private final String kind;
    private final String beginning;
    private final LoadSettings settings;
    private final Mistakes mistakes;

    /**
     * @param kind what such a file is, as in "The plan is empty."
     * @param beginning what an empty file should begin with, as a sentence
     */
    public YamlText(String kind, String beginning, Mistakes mistakes) {
        this.kind = kind;
        this.beginning = beginning;
        this.mistakes = mistakes;
        this.settings = LoadSettings.builder()
                .setLabel(kind)
                .setCodePointLimit(MOST_BYTES)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
    }

    /** The tree; empty when there is none, which is noted. */
    public Optional<Node> tree(byte[] bytes) {
        return text(bytes).filter(this::isHarmless).flatMap(this::composed);
    }

    private Optional<String> text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(
                    1, "The %s is larger than 1 MiB.".formatted(kind), "Leave out what does not belong into it.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        CoderResult end = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (end.isError()) {
            return refused(lineAt(text, text.length()), "This is no text in UTF-8.", "Save the file in UTF-8.");
        }
        return withoutControls(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Optional<String> withoutControls(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t') {
                return refused(
                        lineAt(text, index),
                        "There is a character that is no text (U+%04X).".formatted((int) letter),
                        "Remove it; an editor may show it as a box or not at all.");
            }
        }
        return Optional.of(text);
    }

    private static int lineAt(String text, int end) {
        return 1
                + (int) text.substring(0, end)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    private boolean isHarmless(String text) {
        try {
            Look look = new Look();
            for (Event event : new Parse(settings).parseString(text)) {
                if (!look.isHarmless(event)) {
                    return false;
                }
            }
            return true;
        } catch (YamlEngineException unreadable) {
            refuse(unreadable);
            return false;
        }
    }

    private Optional<Node> composed(String text) {
        try {
            Optional<Node> tree = new Compose(settings).composeString(text);
            return tree.isPresent() ? tree : refused(1, "The %s is empty.".formatted(kind), beginning);
        } catch (YamlEngineException unreadable) {
            refuse(unreadable);
            return Optional.empty();
        }
    }

    private void refuse(YamlEngineException unreadable) {
        Optional<Mark> mark =
                unreadable instanceof MarkedYamlEngineException marked ? marked.getProblemMark() : Optional.empty();
        String why = unreadable instanceof MarkedYamlEngineException marked ? marked.getProblem() : null;
        refused(
                mark.map(Mark::getLine).orElse(0) + 1,
                "This is no YAML%s.".formatted(why == null ? "" : ": " + why),
                "Look at how far this line and the one before are indented, and at colons, quotes and brackets.");
    }

    private <T> Optional<T> refused(int line, String problem, String remedy) {
        mistakes.add(line, WHOLE_FILE, problem, remedy);
        return Optional.empty();
    }

    /** One look through the file, from its beginning to its end or to what is not taken. */
    private final class Look {

        private int depth;
        private int aliases;
        private int documents;

        boolean isHarmless(Event event) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent) {
                aliases++;
            } else if (event instanceof DocumentStartEvent) {
                documents++;
            }
            return limitsAreKept(event) && hasNoTag(event);
        }

        private boolean limitsAreKept(Event event) {
            if (depth > DEEPEST) {
                return no(event, "Lists and keys are nested too deeply.", "Close brackets, or indent less.");
            }
            if (aliases > MOST_ALIASES) {
                return no(
                        event,
                        "There are more than %d aliases (*name).".formatted(MOST_ALIASES),
                        "Write out what they stand for.");
            }
            if (documents > 1) {
                return no(event, "There is a second document.", "Remove the line --- and what follows it.");
            }
            return true;
        }

        private boolean hasNoTag(Event event) {
            boolean tagged =
                    event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                            || event instanceof CollectionStartEvent collection
                                    && collection.getTag().isPresent();
            return !tagged || no(event, "There is a tag (a word after !).", "Remove it; put texts with a ! in quotes.");
        }

        private boolean no(Event event, String problem, String remedy) {
            refused(event.getStartMark().map(Mark::getLine).orElse(0) + 1, problem, remedy);
            return false;
        }
    }
}
