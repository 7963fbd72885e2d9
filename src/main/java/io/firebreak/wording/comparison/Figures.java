package io.firebreak.wording.comparison;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the figures of a text. What is surest is read first; each character is read once. */
final class Figures {

    private static final Map<String, Figures> OF_LANGUAGE = new ConcurrentHashMap<>();
    private static final int MOST_LANGUAGES = 200;

    private final ContactReader contacts;
    private final NoFigures noFigures;
    private final DayReader days;
    private final QuantityReader quantities;

    private Figures(String language) {
        FigureWords words = new FigureWords(language);
        contacts = new ContactReader(words);
        noFigures = new NoFigures(words);
        days = new DayReader(words);
        quantities = new QuantityReader(words);
    }

    /**
     * In the order of the text.
     *
     * @param language a BCP 47 tag
     */
    static List<Found> in(String text, String language) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        if (OF_LANGUAGE.size() > MOST_LANGUAGES) {
            // tags are from outside, and there is no end of them
            OF_LANGUAGE.clear();
        }
        return OF_LANGUAGE.computeIfAbsent(language, Figures::new).in(text);
    }

    private List<Found> in(String text) {
        Scan scan = new Scan(text);
        contacts.read(scan);
        noFigures.passOver(scan);
        days.read(scan);
        quantities.read(scan);
        return scan.found();
    }
}
