package io.firebreak.reply.process;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.Category;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.Spread;
import io.firebreak.engine.Caller;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.Staff;
import io.firebreak.engine.StartRule;
import io.firebreak.mention.SeenPost;
import io.firebreak.reply.CommentStart;
import io.firebreak.rule.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The first step of {@code AnswerComment}: the comment that somebody saw is kept, and its answer begins. */
@ProcessBean("keepComment")
class KeepComment implements JavaDelegate, StartRule {

    private final CommentStart start;
    private final Cases cases;
    private final Caller caller;
    private final Staff staff;

    KeepComment(CommentStart start, Cases cases, Caller caller, Staff staff) {
        this.start = start;
        this.cases = cases;
        this.caller = caller;
        this.staff = staff;
    }

    @Override
    public String process() {
        return "AnswerComment";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "network",
                "author",
                "link",
                "language",
                "text",
                "case",
                "category",
                "safetyRisk",
                "influentialAuthor",
                "drill");
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInputs inputs = HandedIn.atStart()
                .orElseThrow(() -> Refusal.notAllowed("A comment is handed in by a person; please use the form."));
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid(
                    "businessKey", "The form says which case it is; please leave the business key empty.");
        }
        CrisisCase crisisCase = begin(inputs, staff.person(caller.person().id()));
        execution.setProcessBusinessKey(crisisCase.reference().toString());
        execution.setVariable(
                CaseVariables.CASE_REFERENCE, crisisCase.reference().toString());
        execution.setVariable(CaseVariables.CASE_TITLE, crisisCase.report().title());
    }

    private CrisisCase begin(FormInputs inputs, Person person) {
        SeenPost comment = SeenPost.of(
                inputs.text("network"),
                inputs.text("author"),
                inputs.text("language"),
                inputs.text("link"),
                inputs.text("text"));
        String open = inputs.text("case");
        if (open == null || open.isBlank()) {
            return start.inOwnCase(comment, facts(inputs), inputs.ticked("drill"), person);
        }
        CrisisCase crisisCase = cases.get(CaseReference.parse(open.strip()));
        start.inOpenCase(comment, crisisCase.reference(), inputs.ticked("drill"), person);
        return crisisCase;
    }

    /** One comment spreads nowhere, and no share of it can be counted. */
    private static IncidentFacts facts(FormInputs inputs) {
        return new IncidentFacts(
                inputs.choice("category", "The kind of trouble", Category.class),
                inputs.answer("safetyRisk", "Whether people or data are in danger"),
                Spread.STEADY,
                0,
                false,
                inputs.ticked("influentialAuthor"),
                false,
                false,
                false);
    }
}
