package io.firebreak.statement.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.FactEntries;
import io.firebreak.statement.facts.FactRules.Row;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of a fact sheet as forms hand them in: JSON. */
@Component
class HandedInFacts implements FactEntries {

    private final FactSheets sheets;
    private final ObjectMapper json;

    HandedInFacts(FactSheets sheets, ObjectMapper json) {
        this.sheets = sheets;
        this.json = json;
    }

    /**
     * @param version that was seen; 0 where there was none
     */
    record HandedIn(Integer version, List<Row> facts) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(CaseReference reference, String text, Actor actor) {
        if (text == null || text.isBlank()) {
            return;
        }
        HandedIn handedIn = read(text);
        sheets.change(reference, handedIn.version(), handedIn.facts(), actor);
    }

    private HandedIn read(String text) {
        try {
            HandedIn handedIn = json.readValue(text, HandedIn.class);
            if (handedIn != null && handedIn.version() != null && handedIn.version() >= 0 && handedIn.facts() != null) {
                return handedIn;
            }
        } catch (JsonProcessingException unreadable) {
            // the sentence below says what is right
        }
        throw FactRules.refused("The fact sheet must be a JSON object with the version that was seen, and a list of"
                + " facts with kind, label and value.");
    }
}
