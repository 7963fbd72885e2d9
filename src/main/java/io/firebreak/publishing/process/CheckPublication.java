package io.firebreak.publishing.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationDecisions;
import io.firebreak.publishing.Publishing;
import io.firebreak.rule.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Check an uncertain publication</em>: somebody says of each whether it is public. */
@Component
class CheckPublication implements TaskRule {

    /**
     * @param link where it is public; null where there is no such place
     * @param proof how it was seen
     */
    record Seen(@JsonProperty("public") Boolean isPublic, String link, String proof) {}

    private final Publishing publishing;
    private final PublicationDecisions decisions;
    private final ObjectMapper json;

    CheckPublication(Publishing publishing, PublicationDecisions decisions, ObjectMapper json) {
        this.publishing = publishing;
        this.decisions = decisions;
        this.json = json;
    }

    @Override
    public String task() {
        return "UserTask_CheckPublication";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(Answers.INPUT);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        Answers.read(json, act.inputs().text(Answers.INPUT), Seen.class)
                .forEach(
                        publishing.uncertain(reference, act.statement(), act.channel()),
                        (publication, seen) -> decide(reference, publication, seen, act));
    }

    private void decide(CaseReference reference, Publication publication, Seen seen, TaskAct act) {
        if (seen.isPublic() == null) {
            throw Refusal.invalid(Answers.INPUT, "Whether it is public is not answered; please say true or false.");
        }
        if (seen.isPublic()) {
            decisions.isPublic(reference, publication.id(), seen.link(), seen.proof(), act.actor());
        } else {
            decisions.isNotPublic(reference, publication.id(), seen.proof(), act.actor());
        }
    }
}
