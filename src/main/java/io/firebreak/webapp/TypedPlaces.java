package io.firebreak.webapp;

import io.firebreak.wording.Finding;
import io.firebreak.wording.Finding.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the places of a text are in the fields of the form in which somebody types it: a text is stripped, put together
 * from several fields, and added to.
 */
final class TypedPlaces {

    /**
     * Some characters of a field.
     *
     * @param input the field's name
     * @param from the first, counted from 0 in UTF-16 code units, as browsers count
     * @param to one behind the last
     */
    record InForm(String input, int from, int to) {}

    /**
     * A field, and where in the text its words are.
     *
     * @param begins in the text
     * @param shift how many blanks are before its words in the field
     */
    private record Stretch(Finding.Field field, String input, int begins, int length, int shift) {

        boolean holds(Place place) {
            return place.field() == field && place.from() >= begins && place.from() < begins + length;
        }

        InForm inForm(Place place) {
            int from = place.from() - begins + shift;
            int to = Math.min(place.to() - begins, length) + shift;
            return new InForm(input, from, to);
        }
    }

    private static final int BETWEEN_PARAGRAPHS = 2;

    private final List<Stretch> stretches = new ArrayList<>();

    /** The next field of which a part of the text is put together, with what is typed in it; null for nothing. */
    TypedPlaces then(Finding.Field field, String input, String typed) {
        String words = typed == null ? "" : typed.strip();
        if (!words.isEmpty()) {
            int begins = stretches.stream()
                    .filter(before -> before.field() == field)
                    .mapToInt(before -> before.begins() + before.length() + BETWEEN_PARAGRAPHS)
                    .max()
                    .orElse(0);
            int shift = typed.length() - typed.stripLeading().length();
            stretches.add(new Stretch(field, input, begins, words.length(), shift));
        }
        return this;
    }

    /** Null for no place, and for one in words that nobody typed. */
    InForm of(Place place) {
        return place == null
                ? null
                : stretches.stream()
                        .filter(stretch -> stretch.holds(place))
                        .map(stretch -> stretch.inForm(place))
                        .findFirst()
                        .orElse(null);
    }
}
