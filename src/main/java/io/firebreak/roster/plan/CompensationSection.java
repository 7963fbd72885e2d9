package io.firebreak.roster.plan;

import io.firebreak.access.Role;
import io.firebreak.roster.CrisisPlan.CompensationBudget;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code compensation}: how much may be offered in private, by brand. */
final class CompensationSection {

    private static final String USUALLY_AGREES = Role.CRISIS_LEAD.groupId();

    private final Names names;
    private final Set<String> groups;

    /**
     * @param groups the ids of the engine's groups
     */
    CompensationSection(Names names, Set<String> groups) {
        this.names = names;
        this.groups = groups;
    }

    List<CompensationBudget> read(List<Place> items) {
        List<CompensationBudget> read = new ArrayList<>();
        Set<String> brands = new HashSet<>();
        boolean all = false;
        for (Place item : items) {
            Fields fields = item.fields(Shape.COMPENSATION);
            List<String> named = Once.each(fields, "brands", Values.reference("brand", names.brands()));
            if (all) {
                item.mistake(
                        "The budget before it is for every brand, so this one never counts.",
                        "Put it before the one that is for every brand.");
            }
            named.stream()
                    .filter(brand -> !brands.add(brand))
                    .forEach(brand -> item.mistake(
                            "%s has a budget already.".formatted(brand), "Leave it out of one of the two."));
            all = all || fields.at("brands").isEmpty();
            budget(fields, named).ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    private Optional<CompensationBudget> budget(Fields fields, List<String> brands) {
        fields.at("brands")
                .filter(Place::isEmptyList)
                .ifPresent(at -> at.mistake(
                        "The budget is for no brand.", "Name at least one, or leave brands out: then it is for each."));
        Optional<String> currency = fields.read("currency", CompensationSection::currency);
        Optional<BigDecimal> person = fields.read("person", CompensationSection::amount);
        Optional<BigDecimal> eachCase = fields.read("case", CompensationSection::amount);
        Optional<BigDecimal> month = fields.read("month", CompensationSection::amount);
        String agrees = fields.read("agrees", Values.reference("role", groups)).orElse(USUALLY_AGREES);
        requireNoMore(fields, "person", person, "case", eachCase);
        requireNoMore(fields, "person", person, "month", month);
        requireNoMore(fields, "case", eachCase, "month", month);
        if (currency.isEmpty() || person.isEmpty() || month.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CompensationBudget(
                Set.copyOf(new LinkedHashSet<>(brands)),
                currency.get(),
                person.get(),
                eachCase.orElse(null),
                month.get(),
                agrees));
    }

    private static void requireNoMore(
            Fields fields, String part, Optional<BigDecimal> some, String whole, Optional<BigDecimal> all) {
        if (some.isPresent() && all.isPresent() && some.get().compareTo(all.get()) > 0) {
            fields.at(part)
                    .ifPresent(at -> at.mistake(
                            "%s is more than %s, which is %s."
                                    .formatted(part, whole, all.get().toPlainString()),
                            "Write so much at most."));
        }
    }

    private static String currency(String text) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(currency -> currency.getCurrencyCode().equals(text))) {
            throw new WrongValue(
                    "There is no currency %s.".formatted(WrongValue.shown(text)),
                    "Write its code in capitals, such as EUR or PLN.");
        }
        return text;
    }

    private static BigDecimal amount(String text) {
        if (text.matches("[0-9]{1,9}([.][0-9]{1,2})?") && new BigDecimal(text).signum() > 0) {
            return new BigDecimal(text);
        }
        throw new WrongValue(
                "%s is no amount.".formatted(WrongValue.shown(text)),
                "Write a number above zero with at most two decimals, such as 50 or 49.90.");
    }
}
