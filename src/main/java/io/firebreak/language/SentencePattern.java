package io.firebreak.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence with places for values, as Java formats it ({@code "%s holds the task \"%s\"."}): it recognises what was made
 * of it, and says it in another language.
 */
final class SentencePattern {

    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?[,.0-9]*[sdf]|%%|%n");

    private static final Set<String> QUOTE = Set.of("\"", "“", "«", "„");

    /** Says the values of a sentence in another language. */
    @FunctionalInterface
    interface Values {

        /**
         * @param isQuoted whether the sentence has it in quotation marks
         */
        String say(String value, boolean isQuoted);
    }

    private final Pattern recognised;
    private final List<Integer> positions;
    private final List<Boolean> quoted;
    private final List<String> pieces;
    private final List<Integer> spoken;
    private final String mark;
    private final int literals;

    /**
     * @throws IllegalArgumentException when the two do not have the same places
     */
    SentencePattern(String english, String translation) {
        Template source = Template.of(english);
        Template target = Template.of(translation);
        if (!source.numbers().equals(target.numbers())) {
            throw new IllegalArgumentException(
                    "Not the same values stand in \"%s\" and in \"%s\".".formatted(english, translation));
        }
        recognised = source.asExpression();
        positions = source.places().stream().map(Place::number).toList();
        quoted = source.beforePlaces().map(QUOTE::contains).toList();
        pieces = target.pieces();
        spoken = target.places().stream().map(Place::number).toList();
        mark = source.pieces().stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        literals = source.pieces().stream().mapToInt(String::length).sum();
    }

    static boolean hasPlaces(String text) {
        return PLACE.matcher(text).find();
    }

    /** How much of the sentence is said by itself: of two that fit, the one with more is meant. */
    int literals() {
        return literals;
    }

    /**
     * The sentence in the other language, when {@code text} was made of this one.
     *
     * @param values says the values in the other language, where they are words of ours themselves
     */
    Optional<String> say(String text, Values values) {
        if (!text.contains(mark)) {
            return Optional.empty();
        }
        Matcher matcher = recognised.matcher(text);
        return matcher.matches() ? Optional.of(filled(matcher, values)) : Optional.empty();
    }

    private String filled(Matcher matcher, Values values) {
        StringBuilder said = new StringBuilder(pieces.get(0));
        for (int place = 0; place < spoken.size(); place++) {
            int position = positions.indexOf(spoken.get(place));
            said.append(values.say(matcher.group(position + 1), quoted.get(position)))
                    .append(pieces.get(place + 1));
        }
        return said.toString();
    }

    /**
     * @param number which value stands there, from 1
     * @param expression how it is found: a whole number is made of digits, a text of anything
     */
    private record Place(int number, String expression) {

        private static final String DIGITS = "(-?[\\d.,\\u00a0]+)";

        /** A value is as short as it can be, so that the words after it are found where they come first. */
        private static final String ANYTHING = "(.*?)";

        static Place of(Matcher place, int next) {
            int number = place.group(1) == null ? next : Integer.parseInt(place.group(1));
            return new Place(number, place.group().endsWith("d") ? DIGITS : ANYTHING);
        }
    }

    /**
     * @param pieces what stands before, between and after the places
     */
    private record Template(List<String> pieces, List<Place> places) {

        static Template of(String format) {
            List<String> pieces = new ArrayList<>(List.of(""));
            List<Place> places = new ArrayList<>();
            Matcher place = PLACE.matcher(format);
            int end = 0;
            while (place.find()) {
                append(pieces, format.substring(end, place.start()));
                end = place.end();
                switch (place.group()) {
                    case "%%" -> append(pieces, "%");
                    case "%n" -> append(pieces, "\n");
                    default -> {
                        places.add(Place.of(place, places.size() + 1));
                        pieces.add("");
                    }
                }
            }
            append(pieces, format.substring(end));
            return new Template(pieces, places);
        }

        private static void append(List<String> pieces, String text) {
            pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + text);
        }

        /** The last character before each place; empty at the beginning. */
        Stream<String> beforePlaces() {
            return pieces.stream().limit(places.size()).map(piece -> piece.substring(Math.max(0, piece.length() - 1)));
        }

        List<Integer> numbers() {
            return places.stream().map(Place::number).sorted().toList();
        }

        Pattern asExpression() {
            StringBuilder expression = new StringBuilder(Pattern.quote(pieces.get(0)));
            for (int place = 0; place < places.size(); place++) {
                expression.append(places.get(place).expression()).append(Pattern.quote(pieces.get(place + 1)));
            }
            return Pattern.compile(expression.toString(), Pattern.DOTALL);
        }
    }
}
