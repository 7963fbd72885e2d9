package io.firebreak.roster.plan;

import io.firebreak.notification.Means;
import io.firebreak.notification.Webhook;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code people}: who can be asked, checked against the users and groups of the engine. */
final class PeopleSection {

    private static final Map<String, Reachable> REACHABLE =
            Map.of("always", Reachable.ALWAYS, "working hours", Reachable.WORKING_HOURS);

    private final Names names;
    private final Installation installation;
    private final MeansSection means;
    private final Map<String, Place> standIns = new LinkedHashMap<>();
    private final Map<String, Set<String>> withRole = new LinkedHashMap<>();

    /**
     * @param webhooks by name, as far as they are right
     */
    PeopleSection(Names names, Installation installation, Map<String, Webhook> webhooks) {
        this.names = names;
        this.installation = installation;
        this.means = new MeansSection(names, webhooks);
    }

    Map<String, PlannedPerson> read(Optional<Place> section) {
        Map<String, Place> people = section.map(Place::named).orElse(Map.of());
        section.filter(at -> at.isMapping() && people.isEmpty())
                .ifPresent(at -> at.mistake("There is nobody in the plan.", "Name at least one person by user id."));
        Map<String, Boolean> users = installation.users(people.keySet());
        Map<String, PlannedPerson> read = new LinkedHashMap<>();
        Roles roles = new Roles();
        people.forEach((id, place) -> {
            if (users.containsKey(id)) {
                person(id, place, users.get(id), roles).ifPresent(person -> read.put(id, person));
            } else {
                place.mistake(
                        "There is no user %s.".formatted(WrongValue.shown(id)),
                        "Make the user in Camunda Admin first, or correct the id.");
            }
        });
        new StandIns(read, standIns).check();
        return Collections.unmodifiableMap(read);
    }

    /** The user ids of those with each role, whatever else is wrong with their entries. */
    Map<String, Set<String>> withRole() {
        return Collections.unmodifiableMap(withRole);
    }

    private Optional<PlannedPerson> person(String id, Place place, boolean hasMail, Roles roles) {
        Fields fields = place.fields(Shape.PERSON);
        Set<String> held = roles.of(id, fields);
        held.forEach(role ->
                withRole.computeIfAbsent(role, none -> new LinkedHashSet<>()).add(id));
        List<Means> means = this.means.read(fields.at("means"), place, hasMail);
        List<String> languages = Once.each(fields, "languages", Values::language);
        if (languages.isEmpty()) {
            fields.at("languages").ifPresent(at -> at.mistake("No language is named.", "Write at least one, as [en]."));
        }
        Set<String> areas = ordered(Once.each(fields, "areas", Values.reference("area", names.areas())));
        Optional<ZoneId> zone = fields.read("zone", Values::zone);
        String calendar = fields.read("calendar", Values.reference("calendar", names.calendars()))
                .orElse(null);
        Reachable reachable = fields.read("reachable", Values.oneOf(REACHABLE)).orElse(Reachable.WORKING_HOURS);
        String standIn = fields.read("stand-in", Values.reference("person", names.people()))
                .orElse(null);
        fields.at("stand-in").ifPresent(at -> standIns.put(id, at));
        return zone.map(in -> new PlannedPerson(id, held, areas, languages, in, calendar, reachable, means, standIn));
    }

    private static Set<String> ordered(List<String> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The groups that the engine knows, each asked for once. */
    private final class Roles {

        private final Set<String> groups = installation.groups();
        private final Map<String, Set<String>> members = new LinkedHashMap<>();

        Set<String> of(String id, Fields fields) {
            Set<String> held = new LinkedHashSet<>();
            for (Place place : fields.items("roles")) {
                place.read(Values.reference("role", groups)).ifPresent(role -> {
                    if (!held.add(role)) {
                        place.mistake("%s is here twice.".formatted(role), "Leave one of the two out.");
                    } else if (!membersOf(role).contains(id)) {
                        place.mistake(
                                "%s is not in the group %s.".formatted(id, role),
                                "Put %s into the group in Camunda Admin first, or leave the role out.".formatted(id));
                    }
                });
            }
            return ordered(List.copyOf(held));
        }

        private Set<String> membersOf(String group) {
            return members.computeIfAbsent(group, installation::membersOf);
        }
    }
}
