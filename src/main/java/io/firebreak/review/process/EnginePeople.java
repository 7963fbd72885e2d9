package io.firebreak.review.process;

import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.review.People;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people whom the engine knows. */
@Component
class EnginePeople implements People {

    private final Staff staff;

    EnginePeople(Staff staff) {
        this.staff = staff;
    }

    @Override
    public boolean worksOnCases(String userId) {
        return staff.isAny(userId, Role.staff().toArray(Role[]::new));
    }

    @Override
    public List<Colleague> all() {
        Set<String> ids = Role.staff().stream()
                .flatMap(role -> staff.membersOf(role.groupId()).stream())
                .collect(Collectors.toSet());
        return staff.find(ids).stream()
                .map(member -> new Colleague(member.userId(), member.name()))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }
}
