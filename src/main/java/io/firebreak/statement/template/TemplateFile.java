package io.firebreak.statement.template;

import io.firebreak.crisis.Category;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.HoldingWords;
import io.firebreak.statement.Posture;
import io.firebreak.statement.StatementText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One file of templates: a posture for some kinds of trouble, in several languages. What is wrong with it is noted. */
final class TemplateFile {

    private static final Set<String> KEYS = Set.of("categories", "posture", "languages");
    private static final Set<String> TEXT_KEYS = Set.of("title", "body", "blanks");
    private static final Set<String> HOLDING_KEYS = Set.of("title", "known", "checked", "next", "blanks");

    private final String name;
    private final List<String> mistakes;

    TemplateFile(String file, List<String> mistakes) {
        this.name = file.replaceFirst("\\.yaml$", "");
        this.mistakes = mistakes;
    }

    /** Its templates; fewer where something is wrong. */
    List<StatementTemplate> read(byte[] content) {
        Map<?, ?> file = map("the file", tree(content));
        onlyKnown("the file", file, KEYS);
        Set<Category> categories = categories(file.get("categories"));
        Posture posture = choice("posture", file.get("posture"), Posture.class);
        List<StatementTemplate> templates = new ArrayList<>();
        map("languages", file.get("languages")).forEach((language, text) -> {
            String tag = tag(String.valueOf(language));
            if (tag != null && posture != null) {
                templates.add(template(categories, posture, tag, map(tag, text)));
            }
        });
        return templates;
    }

    private Object tree(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Load(LoadSettings.builder()
                            .setLabel(name)
                            .setAllowDuplicateKeys(false)
                            .build())
                    .loadFromString(text);
        } catch (CharacterCodingException e) {
            mistake("the file", "is no text in UTF-8; please save it as UTF-8");
        } catch (YamlEngineException e) {
            mistake("the file", "is no YAML: " + e.getMessage().replaceAll("\\s+", " "));
        }
        return Map.of();
    }

    private StatementTemplate template(Set<Category> categories, Posture posture, String language, Map<?, ?> text) {
        boolean holding = posture == Posture.HOLD;
        onlyKnown(language, text, holding ? HOLDING_KEYS : TEXT_KEYS);
        String title = text(language, text, "title", StatementText.MAXIMUM_TITLE);
        String known = holding ? withBlank(language, text, "known", HoldingWords.MAXIMUM_TEXT) : null;
        String checked = holding ? withBlank(language, text, "checked", HoldingWords.MAXIMUM_TEXT) : null;
        String body = holding
                ? String.join("\n\n", known, checked, withBlank(language, text, "next", HoldingWords.MAXIMUM_TEXT))
                : withBlank(language, text, "body", StatementText.MAXIMUM_BODY);
        Map<String, String> hints = hints(language, text.get("blanks"), title + "\n" + body);
        return new StatementTemplate(name, categories, posture, language, title, body, known, checked, hints);
    }

    /** Each blank of the text has a hint, and each hint a blank. */
    private Map<String, String> hints(String language, Object given, String text) {
        Map<?, ?> hints = map(language + ", blanks", given);
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (String blank : Blanks.in(text)) {
            String hint = hints.get(Blanks.name(blank)) instanceof String words ? words.strip() : "";
            if (hint.isEmpty()) {
                mistake(language, "has the blank %s without a hint; please add one under blanks".formatted(blank));
            }
            inOrder.put(Blanks.name(blank), hint);
        }
        hints.keySet().stream()
                .filter(key -> !inOrder.containsKey(String.valueOf(key)))
                .forEach(key ->
                        mistake(language, "has a hint for [%s], which stands nowhere in the text".formatted(key)));
        return inOrder;
    }

    private String withBlank(String place, Map<?, ?> from, String key, int maximum) {
        String text = text(place, from, key, maximum);
        if (Blanks.in(text).isEmpty()) {
            mistake(
                    place,
                    "has no blank in its %s, and could be sent as it is; please leave one in square brackets"
                            .formatted(key));
        }
        return text;
    }

    private String text(String place, Map<?, ?> from, String key, int maximum) {
        String text = from.get(key) instanceof String words ? words.strip() : "";
        if (text.isEmpty() || text.length() > maximum) {
            mistake(place, "needs a %s of at most %d characters".formatted(key, maximum));
        }
        return text;
    }

    private Set<Category> categories(Object given) {
        Set<Category> categories = new LinkedHashSet<>();
        for (Object each : given instanceof List<?> list ? list : List.of()) {
            Category category = choice("categories", each, Category.class);
            if (category != null) {
                categories.add(category);
            }
        }
        if (categories.isEmpty()) {
            mistake("categories", "must be a list of kinds of trouble");
        }
        return categories;
    }

    private <E extends Enum<E>> E choice(String place, Object given, Class<E> type) {
        E found = Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElse(null);
        if (found == null) {
            mistake(
                    place,
                    "knows no %s; please choose of %s".formatted(given, Arrays.toString(type.getEnumConstants())));
        }
        return found;
    }

    private String tag(String language) {
        try {
            return LanguageTag.require("language", language);
        } catch (Refusal unknown) {
            mistake("languages", "knows no language %s".formatted(language));
            return null;
        }
    }

    private Map<?, ?> map(String place, Object given) {
        if (given instanceof Map<?, ?> map) {
            return map;
        }
        mistake(place, "must be keys with values");
        return Map.of();
    }

    private void onlyKnown(String place, Map<?, ?> given, Set<String> known) {
        given.keySet().stream()
                .filter(key -> !known.contains(String.valueOf(key)))
                .forEach(key ->
                        mistake(place, "has the unknown key %s; known are %s".formatted(key, new TreeSet<>(known))));
    }

    private void mistake(String place, String sentence) {
        mistakes.add("%s.yaml: %s %s.".formatted(name, place, sentence));
    }
}
