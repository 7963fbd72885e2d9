package io.firebreak.roster;

import io.firebreak.engine.Staff;
import io.firebreak.engine.Staff.Member;
import io.firebreak.notification.AddressBook;
import io.firebreak.notification.Means;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Names and mail addresses as the engine knows them; means, language and zone as the crisis plan says. */
@Component
class PlannedAddressBook implements AddressBook {

    private static final String USUAL_LANGUAGE = "en";

    private final Staff staff;
    private final CrisisPlans plans;
    private final ZoneId zone;

    PlannedAddressBook(Staff staff, CrisisPlans plans, @Value("${firebreak.time-zone}") ZoneId zone) {
        this.staff = staff;
        this.plans = plans;
        this.zone = zone;
    }

    @Override
    public Recipient find(String userId) {
        return staff.find(userId).map(this::recipient).orElse(null);
    }

    private Recipient recipient(Member member) {
        return plans.imported()
                .flatMap(plan -> plan.person(member.userId()))
                .map(person -> recipient(member, person.languages(), person.zone(), person.means()))
                .orElseGet(() -> recipient(member, List.of(), zone, PlanOfGroups.MEANS));
    }

    private static Recipient recipient(Member member, List<String> spoken, ZoneId zone, List<Means> means) {
        String language = spoken.isEmpty() ? USUAL_LANGUAGE : spoken.get(0);
        return new Recipient(member.userId(), member.name(), member.mailAddress(), language, zone, means);
    }
}
