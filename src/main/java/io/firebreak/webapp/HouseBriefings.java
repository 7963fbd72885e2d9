package io.firebreak.webapp;

import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.engine.Staff.Member;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlans;
import io.firebreak.roster.Languages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom and what a form offers to choose from, so that nobody has to know ids by heart; nothing for who may not see the task. */
@Service
class HouseBriefings {

    private final VisibleTasks tasks;
    private final Staff staff;
    private final CrisisPlans plans;
    private final Languages languages;

    HouseBriefings(VisibleTasks tasks, Staff staff, CrisisPlans plans, Languages languages) {
        this.tasks = tasks;
        this.staff = staff;
        this.plans = plans;
        this.languages = languages;
    }

    /**
     * @param leads who can lead a case, by name
     * @param areas of the house that the crisis plan knows, by name
     * @param languages that somebody is known to speak, by their codes
     */
    record House(List<Lead> leads, List<String> areas, List<String> languages) {}

    record Lead(String id, String name) {}

    @Transactional(readOnly = true)
    Optional<House> forTask(String taskId) {
        return tasks.matterOf(taskId).map(matter -> new House(leads(), areas(), languages.spoken()));
    }

    private List<Lead> leads() {
        Set<String> ids = new TreeSet<>();
        Stream.of(Role.CRISIS_LEAD, Role.MANAGEMENT)
                .map(Role::groupId)
                .map(staff::membersOf)
                .forEach(ids::addAll);
        return staff.find(ids).stream()
                .sorted(Comparator.comparing(Member::name))
                .map(member -> new Lead(member.userId(), member.name()))
                .toList();
    }

    private List<String> areas() {
        return plans.current().areas().values().stream()
                .map(CrisisPlan.Area::name)
                .sorted()
                .toList();
    }
}
