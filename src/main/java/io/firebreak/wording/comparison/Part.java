package io.firebreak.wording.comparison;

import io.firebreak.wording.Finding.Field;
import io.firebreak.wording.Finding.Place;
import java.util.ArrayList;
import java.util.List;

/** The title or the body of a text, with the figures in it. */
record Part(Field field, String text, String language, List<Found> figures) {

    static List<Part> of(Passage passage) {
        List<Part> parts = new ArrayList<>();
        add(parts, Field.TITLE, passage.title(), passage.language());
        add(parts, Field.BODY, passage.body(), passage.language());
        return parts;
    }

    private static void add(List<Part> parts, Field field, String text, String language) {
        if (text != null && !text.isBlank()) {
            parts.add(new Part(field, text, language, Figures.in(text, language)));
        }
    }

    Place place(int from, int to) {
        return new Place(field, from, to);
    }
}
