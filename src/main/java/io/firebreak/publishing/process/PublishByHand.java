package io.firebreak.publishing.process;

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

/** <em>Publish by hand</em>: somebody did it, has it tried again, or decides against it. */
@Component
class PublishByHand implements TaskRule {

    enum Decision {
        DONE,
        TRY_AGAIN,
        LEAVE_OUT
    }

    /**
     * @param link where it is public; null where there is no such place
     * @param proof how it can be seen that it is public
     * @param reason why it is left out
     */
    record Done(Decision decision, String link, String proof, String reason) {}

    private final Publishing publishing;
    private final PublicationDecisions decisions;
    private final ObjectMapper json;

    PublishByHand(Publishing publishing, PublicationDecisions decisions, ObjectMapper json) {
        this.publishing = publishing;
        this.decisions = decisions;
        this.json = json;
    }

    @Override
    public String task() {
        return "UserTask_PublishByHand";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(Answers.INPUT);
    }

    @Override
    public void complete(TaskAct act) {
        CaseReference reference = CaseReference.parse(act.caseReference());
        Answers.read(json, act.inputs().text(Answers.INPUT), Done.class)
                .forEach(
                        publishing.waitingForPerson(reference, act.statement(), act.channel()),
                        (publication, done) -> decide(reference, publication, done, act));
    }

    private void decide(CaseReference reference, Publication publication, Done done, TaskAct act) {
        if (done.decision() == null) {
            throw Refusal.invalid(
                    Answers.INPUT, "The decision is missing; please choose one of DONE, TRY_AGAIN, LEAVE_OUT.");
        }
        switch (done.decision()) {
            case DONE -> decisions.isPublic(reference, publication.id(), done.link(), done.proof(), act.actor());
            case TRY_AGAIN -> decisions.tryAgain(reference, publication.id(), act.actor());
            case LEAVE_OUT -> decisions.leaveOut(reference, publication.id(), done.reason(), act.actor());
        }
    }
}
