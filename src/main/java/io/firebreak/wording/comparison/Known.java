package io.firebreak.wording.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A fact sheet as texts in a language are compared with it. */
final class Known {

    private final List<Entry> entries;
    private final List<Figure> besides = new ArrayList<>();

    /**
     * A fact that has a figure.
     *
     * @param labels how it is called, in the sheet's own words and in the text's language
     */
    record Entry(Fact fact, Figure figure, Set<String> labels) {}

    Known(List<Fact> sheet, String language) {
        entries = sheet.stream()
                .flatMap(fact -> figureOf(fact).map(figure -> new Entry(fact, figure, labels(fact, language))).stream())
                .toList();
        // a number in a name or a label is known too: "lot 4711"
        sheet.stream()
                .flatMap(fact -> words(fact, language))
                .flatMap(words -> Figures.in(words, language).stream())
                .map(Found::figure)
                .forEach(besides::add);
    }

    private static Stream<String> words(Fact fact, String language) {
        Stream<String> labels = labels(fact, language).stream();
        return fact.kind() == Fact.Kind.NAME ? Stream.concat(labels, Stream.of(fact.value())) : labels;
    }

    static Set<String> labels(Fact fact, String language) {
        String called = called(fact, language);
        return called == null || fact.kind() == Fact.Kind.NAME || called.equals(fact.label())
                ? Set.of(fact.label())
                : Set.of(fact.label(), called);
    }

    /** What a fact is called in a language or in a wider one; null where nobody said it. */
    static String called(Fact fact, String language) {
        String exact = fact.called().get(language);
        return exact == null ? fact.called().get(language.split("-")[0]) : exact;
    }

    /** What a value of a sheet says; empty for names, and for what is not readable. */
    static Optional<Figure> figureOf(Fact fact) {
        return switch (fact.kind()) {
            case NUMBER -> Optional.ofNullable(quantity(fact.value()));
            case DATE, PROMISE -> Optional.ofNullable(day(fact.value()));
            case CONTACT -> Optional.of(contact(fact.value()));
            case NAME -> Optional.empty();
        };
    }

    /** Numbers of a sheet have a point before the fraction and no other separator. */
    private static Quantity quantity(String value) {
        return Figures.in(value, "en").stream()
                .map(Found::figure)
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .findFirst()
                .map(found -> new Quantity(found.value(), found.unit(), Quantity.Bound.EXACT, false, false))
                .orElseGet(() -> bare(value));
    }

    private static Quantity bare(String value) {
        try {
            return new Quantity(new BigDecimal(value), Quantity.PLAIN, Quantity.Bound.EXACT, false, false);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static Day day(String value) {
        try {
            return value.contains("T") ? Day.of(LocalDateTime.parse(value)) : Day.of(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static Contact contact(String value) {
        if (value.contains("@")) {
            return Contact.mail(value);
        }
        return value.matches("(?i)(?:https?://|www\\.).*") ? Contact.web(value) : Contact.phone(value);
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether the sheet has anything of this sort. */
    boolean hasAny(Figure figure) {
        return entries.stream().anyMatch(entry -> entry.figure().sort().equals(figure.sort()));
    }

    boolean holds(Figure figure) {
        return Stream.concat(entries.stream().map(Entry::figure), besides.stream())
                .anyMatch(known -> figure.agreesWith(known) || isPartOf(figure, known));
    }

    /** A number that is the year of a date, or the digits of a telephone number. */
    private static boolean isPartOf(Figure figure, Figure known) {
        if (!(figure instanceof Quantity quantity) || !quantity.unit().isEmpty()) {
            return false;
        }
        if (known instanceof Day day) {
            return day.year() != null && quantity.value().compareTo(BigDecimal.valueOf(day.year())) == 0;
        }
        return known instanceof Contact contact
                && contact.way() == Contact.Way.PHONE
                && contact.agreesWith(Contact.phone(quantity.value().toPlainString()));
    }
}
