package io.firebreak.wording;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Refusal;
import io.firebreak.wording.PhraseIndex.Search;
import io.firebreak.wording.Sign.Conditions;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.Suggestion;
import io.firebreak.yaml.WrongValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of one language, out of all files about it; they are put together when the last is read. */
final class LanguageSection {

    /**
     * What a rule looks for.
     *
     * @param place where the rule stands
     */
    private record Words(
            Place place, List<Place> find, List<Place> with, List<Place> unless, List<Place> unlessInText) {}

    private final String language;
    private final Map<String, List<Place>> groups = new LinkedHashMap<>();
    private final Map<String, Words> rules = new LinkedHashMap<>();

    LanguageSection(String language) {
        this.language = language;
    }

    /** Which one a file is about; empty when it does not say, which is noted. */
    static Optional<String> languageOf(Place root) {
        if (!root.isMapping()) {
            root.fields(FileShape.LANGUAGE);
            return Optional.empty();
        }
        Optional<Place> place = Optional.ofNullable(root.named().get("language"));
        if (place.isEmpty()) {
            root.mistake("The key language is missing.", "Add it, with a code such as en.");
        }
        return place.flatMap(found -> found.read(LanguageSection::code));
    }

    private static String code(String text) {
        try {
            return LanguageTag.primary(LanguageTag.require("language", text));
        } catch (Refusal unknown) {
            throw new WrongValue(
                    "There is no language %s.".formatted(WrongValue.shown(text)),
                    "Write its code, such as en, es, it or pl.");
        }
    }

    void read(Fields fields) {
        fields.named("groups").forEach((name, place) -> groups.computeIfAbsent(name, group -> new ArrayList<>())
                .addAll(place.items()));
        fields.named("rules").forEach(this::readRule);
    }

    private void readRule(String id, Place place) {
        Fields fields = place.fields(FileShape.WORDS);
        boolean replaces = fields.read("replace", LanguageSection::yesOrNo).orElse(false);
        Words words = replaces ? null : rules.get(id);
        rules.put(
                id,
                new Words(
                        place,
                        both(words == null ? List.of() : words.find(), fields.items("find")),
                        both(words == null ? List.of() : words.with(), fields.items("with")),
                        both(words == null ? List.of() : words.unless(), fields.items("unless")),
                        both(words == null ? List.of() : words.unlessInText(), fields.items("unless in text"))));
    }

    private static List<Place> both(List<Place> before, List<Place> added) {
        return Stream.concat(before.stream(), added.stream()).toList();
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new WrongValue(
                        "%s is neither true nor false.".formatted(WrongValue.shown(text)), "Write true or false.");
        };
    }

    /**
     * @param known the rules that there are
     */
    Vocabulary vocabulary(Set<String> known) {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        groups.forEach((name, places) -> {
            List<Phrase> choices = places.stream()
                    .flatMap(place -> place.read(text -> PhraseParser.parse(text, phrases)).stream())
                    .toList();
            if (!choices.isEmpty()) {
                phrases.put(name, choices.size() == 1 ? choices.get(0) : new Phrase.OneOf(choices));
            }
        });
        PhraseIndex index = new PhraseIndex();
        Map<String, List<Sign>> signs = new LinkedHashMap<>();
        rules.forEach((id, words) -> {
            if (known.contains(id)) {
                signs.put(id, signs(words, phrases, index));
            } else {
                words.place()
                        .mistake(
                                "There is no rule %s in any rules.yaml.".formatted(WrongValue.shown(id)),
                                Suggestion.of(id, known));
            }
        });
        return new Vocabulary(language, signs, index, phrases);
    }

    private static List<Sign> signs(Words words, Map<String, Phrase> groups, PhraseIndex index) {
        Conditions always = new Conditions(
                phrases(words.with(), groups, index),
                phrases(words.unless(), groups, index),
                phrases(words.unlessInText(), groups, index));
        return words.find().stream()
                .flatMap(place -> sign(place, always, groups, index).stream())
                .toList();
    }

    private static Optional<Sign> sign(Place place, Conditions always, Map<String, Phrase> groups, PhraseIndex index) {
        if (!place.isMapping()) {
            return place.read(text -> new Sign(together(text, groups, index), always));
        }
        Fields fields = place.fields(FileShape.SIGN);
        Conditions own = new Conditions(
                phrases(fields.items("with"), groups, index),
                phrases(fields.items("unless"), groups, index),
                phrases(fields.items("unless in text"), groups, index));
        return fields.read("find", text -> new Sign(together(text, groups, index), always.and(own)));
    }

    private static List<Search> phrases(List<Place> places, Map<String, Phrase> groups, PhraseIndex index) {
        return places.stream()
                .flatMap(place -> place.read(text -> index.add(PhraseParser.parse(text, groups))).stream())
                .toList();
    }

    /** What stands on both sides of a {@code &} has to be in one sentence, in whatever order. */
    private static List<Search> together(String text, Map<String, Phrase> groups, PhraseIndex index) {
        return Stream.of(text.split("&", -1))
                .map(part -> index.add(PhraseParser.parse(part.strip(), groups)))
                .toList();
    }
}
