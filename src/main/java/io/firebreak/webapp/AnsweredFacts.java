package io.firebreak.webapp;

import io.firebreak.crisis.Category;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.Spread;
import jakarta.ws.rs.BadRequestException;
import java.util.function.UnaryOperator;

/** The answers of a form that is not handed in yet, out of the query of an address. */
final class AnsweredFacts {

    private AnsweredFacts() {}

    /**
     * @param query gives the value of a parameter; null where it is missing
     * @throws BadRequestException when an answer is missing or not understood
     */
    static IncidentFacts of(UnaryOperator<String> query) {
        try {
            return new IncidentFacts(
                    Category.valueOf(query.apply("category")),
                    Boolean.parseBoolean(query.apply("safetyRisk")),
                    Spread.valueOf(query.apply("spread")),
                    Integer.parseInt(query.apply("negativeSharePercent")),
                    Boolean.parseBoolean(query.apply("vividTrigger")),
                    Boolean.parseBoolean(query.apply("influentialAuthor")),
                    Boolean.parseBoolean(query.apply("crisisHistory")),
                    false,
                    false);
        } catch (IllegalArgumentException | NullPointerException notAnswered) {
            throw new BadRequestException("An answer is missing or not understood.");
        }
    }
}
