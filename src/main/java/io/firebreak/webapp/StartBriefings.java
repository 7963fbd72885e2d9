package io.firebreak.webapp;

import io.firebreak.access.Person;
import io.firebreak.crisis.LikeCases;
import io.firebreak.crisis.LikeCases.LikeCase;
import io.firebreak.engine.Caller;
import io.firebreak.engine.Staff;
import io.firebreak.mention.MentionUpload;
import io.firebreak.mention.MentionUpload.Form;
import io.firebreak.mention.MentionUploads;
import io.firebreak.review.People;
import io.firebreak.review.People.Colleague;
import io.firebreak.rule.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What start forms ask while somebody fills them in; for those who work on cases. */
@Service
class StartBriefings {

    private final MentionUploads uploads;
    private final LikeCases likeCases;
    private final People people;
    private final Caller caller;
    private final Staff staff;

    StartBriefings(MentionUploads uploads, LikeCases likeCases, People people, Caller caller, Staff staff) {
        this.uploads = uploads;
        this.likeCases = likeCases;
        this.people = people;
        this.caller = caller;
        this.staff = staff;
    }

    /**
     * What would be done with posts; nothing is kept of them.
     *
     * @param typed the values that the form would hand in
     * @throws Refusal when they can't be read as a whole, or the person works on no cases
     */
    UploadBriefing check(Map<String, Object> typed) {
        MentionUpload upload = MentionUpload.of(formOf(typed), text(typed, "posts"), text(typed, "language"));
        return UploadBriefing.of(uploads.check(upload, person()));
    }

    /**
     * The open cases that may be what is about to be reported.
     *
     * @throws Refusal when the person works on no cases
     */
    List<LikeCase> likeCases(String title, String link) {
        person();
        return likeCases.find(title, link);
    }

    /**
     * @param people those who work on cases, by name
     */
    record Colleagues(List<Colleague> people) {}

    /**
     * @throws Refusal when the person works on no cases
     */
    Colleagues colleagues() {
        person();
        return new Colleagues(people.all());
    }

    private Person person() {
        Person person = staff.person(caller.person().id());
        person.requireStaff();
        return person;
    }

    private static Form formOf(Map<String, Object> typed) {
        return Arrays.stream(Form.values())
                .filter(form -> form.name().equals(typed.get("form")))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("form", "Please say whether the posts are pasted or a table."));
    }

    private static String text(Map<String, Object> typed, String name) {
        return typed.get(name) instanceof String text ? text : null;
    }
}
