package io.firebreak.webapp;

import io.firebreak.access.Person;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.Caller;
import io.firebreak.engine.Staff;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.evidence.Evidence;
import io.firebreak.evidence.EvidenceFiles;
import io.firebreak.evidence.FileContent;
import io.firebreak.evidence.KeptFile;
import io.firebreak.evidence.NewFile;
import io.firebreak.rule.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Files of a case, for those who see one of its tasks. */
@Service
class FilesBriefings {

    private static final int OFFERED_POSTS = 50;

    private final VisibleTasks tasks;
    private final Caller caller;
    private final Staff staff;
    private final Evidence evidence;
    private final EvidenceFiles files;

    FilesBriefings(VisibleTasks tasks, Caller caller, Staff staff, Evidence evidence, EvidenceFiles files) {
        this.tasks = tasks;
        this.caller = caller;
        this.staff = staff;
        this.evidence = evidence;
        this.files = files;
    }

    /** Empty when the signed-in person may not see the task. */
    Optional<FilesBriefing> forTask(String taskId) {
        return caseOf(taskId)
                .map(reference ->
                        FilesBriefing.of(files.of(reference), evidence.newestPosts(reference, OFFERED_POSTS)));
    }

    /**
     * Keeps a file with the case of the task.
     *
     * @return empty when the signed-in person may not see the task
     * @throws Refusal when it can't be kept, or the person works on no cases
     */
    Optional<KeptFile> keep(String taskId, NewFile file) {
        return caseOf(taskId).map(reference -> {
            Person person = staff.person(caller.person().id());
            person.requireStaff();
            return files.keep(reference, file, person.actor());
        });
    }

    /**
     * A file of the case of the task.
     *
     * @return empty when the signed-in person may not see the task
     * @throws Refusal when the case has no such file, or the person works on no cases
     */
    Optional<FileContent> content(String taskId, String id) {
        return caseOf(taskId).map(reference -> {
            staff.person(caller.person().id()).requireStaff();
            return files.content(reference, id);
        });
    }

    private Optional<CaseReference> caseOf(String taskId) {
        return tasks.matterOf(taskId).map(matter -> CaseReference.parse(matter.caseReference()));
    }
}
