package io.firebreak.author.process;

import static java.util.stream.Collectors.toMap;

import io.firebreak.author.AuthorFinding;
import io.firebreak.author.AuthorFinding.Investigation;
import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.TaskAct;
import io.firebreak.engine.TaskRule;
import io.firebreak.engine.TaskSubject;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** <em>Countersign the competitor</em>: one of management, never one of those who named it. */
@Component
class CountersignCompetitor implements TaskRule {

    private final Findings findings;

    CountersignCompetitor(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String task() {
        return "UserTask_CountersignCompetitor";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("agreed", "reason");
    }

    @Override
    public Map<String, String> barred(TaskSubject subject) {
        return findings.of(CaseReference.parse(subject.caseReference()))
                .map(AuthorFinding::investigation)
                .map(Investigation::authors)
                .map(authors -> authors.stream().collect(toMap(author -> author, author -> "named the competitor")))
                .orElse(Map.of());
    }

    @Override
    public void complete(TaskAct act) {
        boolean agreed = act.inputs().answer("agreed", "Whether you agree");
        findings.countersign(
                CaseReference.parse(act.caseReference()), agreed, act.inputs().text("reason"), act.actor());
    }
}
