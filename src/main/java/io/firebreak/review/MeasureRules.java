package io.firebreak.review;

import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose a measure can be and by when. */
@Component
class MeasureRules {

    static final String OWNER = "owner";
    static final String DUE_ON = "dueOn";

    private static final int LONGEST_YEARS = 2;
    private static final TextRule OWNER_RULE = TextRule.line(OWNER, "The owner of the measure", 200);

    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    MeasureRules(People people, Clock clock, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @throws Refusal when nobody of this id works on cases
     */
    String owner(String text) {
        String owner = OWNER_RULE.require(text);
        if (!people.worksOnCases(owner)) {
            throw Refusal.invalid(
                    OWNER, "Nobody with the id \"%s\" works on cases; please choose another owner.".formatted(owner));
        }
        return owner;
    }

    /**
     * @throws Refusal when the text is no day, or none after today and within two years
     */
    LocalDate dueOn(String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(DUE_ON, "The day by which the measure is done is missing; please fill it in.");
        }
        LocalDate dueOn = parsed(text.strip());
        LocalDate today = today();
        if (!dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw Refusal.invalid(
                    DUE_ON,
                    "The measure can't be due on %s; please choose a day after today and within two years."
                            .formatted(dueOn));
        }
        return dueOn;
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw Refusal.invalid(DUE_ON, "\"%s\" is no day; please write it as 2026-12-31.".formatted(text));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    ZoneId zone() {
        return zone;
    }
}
