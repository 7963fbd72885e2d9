package io.firebreak.wording.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The names of a fact sheet, and words of a text that look like one of them and are not. */
final class Names {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int MOST_DIFFERENT = 2;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(MOST_DIFFERENT);
    private static final int SHORTEST_TO_COMPARE = 5;
    private static final int FAR_FROM_LABEL = 30;

    /** Languages that change the ends of names. */
    private static final Set<String> INFLECTED = Set.of("pl");

    private final String language;
    private final List<Fact> facts;
    private final Set<String> all = new HashSet<>();

    /** Something that a text says in place of a name. */
    record Instead(Fact fact, int from, int to) {}

    Names(List<Fact> sheet, String language) {
        this.language = language;
        this.facts =
                sheet.stream().filter(fact -> fact.kind() == Fact.Kind.NAME).toList();
        facts.forEach(fact -> forms(fact).forEach(form -> all.add(plain(form))));
    }

    private Set<String> forms(Fact fact) {
        Set<String> forms = new LinkedHashSet<>(Set.of(fact.value()));
        String called = Known.called(fact, language);
        if (called != null) {
            forms.add(called);
        }
        return forms;
    }

    /** The facts whose names the text holds, in whatever inflection its language has. */
    List<Fact> in(String text) {
        List<Word> words = words(text);
        return facts.stream()
                .filter(fact -> forms(fact).stream().anyMatch(form -> isIn(form, words)))
                .toList();
    }

    private boolean isIn(String name, List<Word> words) {
        List<Word> sought = words(name);
        for (int at = 0; at + sought.size() <= words.size(); at++) {
            if (isSame(sought, words.subList(at, at + sought.size()))) {
                return !sought.isEmpty();
            }
        }
        return false;
    }

    private boolean isSame(List<Word> name, List<Word> words) {
        for (int index = 0; index < name.size(); index++) {
            if (!isSame(name.get(index).text(), words.get(index).text())) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(String name, String word) {
        return name.equalsIgnoreCase(word) || INFLECTED.contains(language.split("-")[0]) && isInflected(name, word);
    }

    private static boolean isInflected(String name, String word) {
        int stem = Math.max(3, name.length() - 2);
        return name.length() > 3
                && word.length() <= name.length() + 4
                && word.length() >= stem
                && word.regionMatches(true, 0, name, 0, stem);
    }

    /** What looks like a misspelt name, or stands where a name belongs and is another one. */
    List<Instead> insteadIn(String text, List<Sentence> sentences) {
        List<Word> words = words(text);
        List<Fact> there = in(text);
        List<Instead> found = new ArrayList<>();
        for (Fact fact : facts) {
            misspelt(fact, words).forEach(found::add);
            if (!there.contains(fact) && found.stream().noneMatch(each -> each.fact() == fact)) {
                anotherAtItsLabel(fact, text, sentences).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Instead> misspelt(Fact fact, List<Word> words) {
        List<Instead> found = new ArrayList<>();
        for (String form : forms(fact)) {
            List<Word> name = words(form);
            for (int at = 0; at + name.size() <= words.size() && !name.isEmpty(); at++) {
                List<Word> here = words.subList(at, at + name.size());
                if (here.stream().allMatch(Word::isCapitalised) && looksLike(name, here)) {
                    found.add(new Instead(
                            fact, here.get(0).from(), here.get(here.size() - 1).to()));
                }
            }
        }
        return found;
    }

    private boolean looksLike(List<Word> name, List<Word> here) {
        String said = joined(here);
        String right = joined(name);
        if (right.length() < SHORTEST_TO_COMPARE || all.contains(said.toLowerCase(Locale.ROOT)) || isSame(name, here)) {
            return false;
        }
        int distance = DISTANCE.apply(right.toLowerCase(Locale.ROOT), said.toLowerCase(Locale.ROOT));
        return distance > 0 && distance <= (right.length() < 2 * SHORTEST_TO_COMPARE ? 1 : MOST_DIFFERENT);
    }

    /** "Our director, Mark Smith", where the sheet has another name for the director. */
    private Optional<Instead> anotherAtItsLabel(Fact fact, String text, List<Sentence> sentences) {
        Pattern fullName = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}(?:\\s\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}){1,3}");
        for (Sentence sentence : sentences) {
            Optional<Sentence.Span> label = sentence.placeOf(fact.label());
            Matcher name = fullName.matcher(text).region(sentence.from(), sentence.to());
            while (label.isPresent() && name.find()) {
                Found candidate = new Found(null, name.start(), name.end(), name.group());
                boolean near =
                        candidate.distanceTo(label.get().from(), label.get().to()) <= FAR_FROM_LABEL;
                boolean beside = candidate.from() >= label.get().to()
                        || candidate.to() <= label.get().from();
                if (near && beside && all.stream().noneMatch(plain(name.group())::contains)) {
                    return Optional.of(new Instead(fact, name.start(), name.end()));
                }
            }
        }
        return Optional.empty();
    }

    private record Word(String text, int from, int to) {

        boolean isCapitalised() {
            return Character.isUpperCase(text.codePointAt(0)) || Character.isDigit(text.codePointAt(0));
        }
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
        }
        return words;
    }

    private static String joined(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    private static String plain(String text) {
        return joined(words(text)).toLowerCase(Locale.ROOT);
    }
}
