package io.firebreak.webapp;

import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.engine.VisibleTasks.Matter;
import io.firebreak.publishing.ChannelForm;
import io.firebreak.publishing.ChannelForms;
import io.firebreak.publishing.ReplyForms;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Statement;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import io.firebreak.statement.TypedTexts;
import io.firebreak.statement.TypedTexts.Stage;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the text of a task looks on each channel: while somebody writes it, and as it waits for approval. */
@Service
class FormBriefings {

    private final VisibleTasks tasks;
    private final Statements statements;
    private final TypedTexts texts;
    private final ChannelForms forms;
    private final ReplyForms replyForms;

    FormBriefings(
            VisibleTasks tasks, Statements statements, TypedTexts texts, ChannelForms forms, ReplyForms replyForms) {
        this.tasks = tasks;
        this.statements = statements;
        this.texts = texts;
        this.forms = forms;
        this.replyForms = replyForms;
    }

    /**
     * The forms of the text that somebody is writing; nothing is kept.
     *
     * @param typed the fields of the form, as {@code purpose} what the text is for, and as {@code pictures} what
     *     {@link PictureSketch} says
     * @return of a reply the one form that it has where it goes; empty when the signed-in person may not see the task
     * @throws Refusal when something in it can't be taken
     */
    @Transactional(readOnly = true)
    Optional<List<FormBriefing>> live(String taskId, Map<String, Object> typed) {
        return tasks.matterOf(taskId).map(matter -> live(matter, typed));
    }

    private List<FormBriefing> live(Matter matter, Map<String, Object> typed) {
        FormInputs inputs = new FormInputs(typed);
        Purpose purpose = TypedPurpose.of(typed);
        if (purpose == Purpose.REPLY) {
            CaseReference reference = CaseReference.parse(matter.caseReference());
            return List.of(FormBriefing.of(replyForms.of(reference, TypedReply.of(inputs))));
        }
        List<PictureFile> pictures = PictureSketch.files(typed.get("pictures"));
        StatementText text = text(matter, purpose, inputs)
                .with(pictures.stream().map(PictureFile::picture).toList());
        return briefings(forms.of(text, pictures));
    }

    private StatementText text(Matter matter, Purpose purpose, FormInputs inputs) {
        return switch (purpose) {
            case HOLDING -> texts.holding(inputs, Stage.BEGUN).text();
            case TRANSLATION -> texts.translation(matter.caseReference(), matter.language(), inputs, Stage.BEGUN);
            case EXPLANATION ->
                throw Refusal.invalid("purpose", "This text goes to one place alone and has no form on each channel.");
            default -> texts.statement(matter.caseReference(), inputs, Stage.BEGUN);
        };
    }

    /** The forms that were kept with the newest version of the task's text; empty for who may not see the task. */
    @Transactional(readOnly = true)
    Optional<List<FormBriefing>> kept(String taskId) {
        return tasks.matterOf(taskId).map(matter -> latestOf(matter)
                .map(version -> briefings(forms.of(version)))
                .orElse(List.of()));
    }

    private Optional<StatementVersion> latestOf(Matter matter) {
        return (matter.language() == null
                        ? statements.find(matter.caseReference(), matter.statement())
                        : statements.translationInto(matter.caseReference(), matter.language()))
                .map(Statement::id)
                .flatMap(statements::latestOf);
    }

    private static List<FormBriefing> briefings(List<ChannelForm> forms) {
        return forms.stream().map(FormBriefing::of).toList();
    }
}
