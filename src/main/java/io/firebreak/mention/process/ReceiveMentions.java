package io.firebreak.mention.process;

import io.firebreak.engine.Caller;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessBean;
import io.firebreak.engine.Staff;
import io.firebreak.engine.StartRule;
import io.firebreak.mention.MentionUpload;
import io.firebreak.mention.MentionUploads;
import io.firebreak.rule.Refusal;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The one step of the process: what was handed in with the start form is taken in. */
@ProcessBean("receiveMentions")
class ReceiveMentions implements JavaDelegate, StartRule {

    private final MentionUploads uploads;
    private final Caller caller;
    private final Staff staff;

    ReceiveMentions(MentionUploads uploads, Caller caller, Staff staff) {
        this.uploads = uploads;
        this.caller = caller;
        this.staff = staff;
    }

    @Override
    public String process() {
        return "ReceiveMentions";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("form", "posts", "language");
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            throw Refusal.invalid(
                    "businessKey", "Posts find their cases by themselves; please leave the business key empty.");
        }
        FormInputs inputs = HandedIn.atStart().orElseGet(() -> new FormInputs(Map.of()));
        MentionUpload upload = MentionUpload.of(
                inputs.choice("form", "The form", MentionUpload.Form.class),
                inputs.text("posts"),
                inputs.text("language"));
        uploads.take(upload, staff.person(caller.person().id()));
    }
}
