package io.firebreak.roster.plan;

import io.firebreak.roster.CrisisPlan.Ally;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.Brand;
import io.firebreak.roster.CrisisPlan.Expert;
import io.firebreak.roster.CrisisPlan.Retention;
import io.firebreak.roster.CrisisPlan.TouchPoint;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the plan says of the house: brands, areas, who is outside, touch points, and how long data is kept. */
final class HouseSection {

    private static final Duration SHORTEST_KEPT = Duration.ofDays(1);
    private static final Duration LONGEST_KEPT = Duration.ofDays(3_650);
    private static final Duration USUALLY_KEPT = Duration.ofDays(90);

    private final Names names;
    private final Installation installation;

    HouseSection(Names names, Installation installation) {
        this.names = names;
        this.installation = installation;
    }

    List<Brand> brands(Fields plan) {
        List<Brand> brands = new ArrayList<>();
        plan.named("brands").forEach((name, place) -> {
            NamedPlace.check(name, place);
            place.fields(Shape.BRAND).read("zone", Values::zone).ifPresent(zone -> brands.add(new Brand(name, zone)));
        });
        return List.copyOf(brands);
    }

    Map<String, Area> areas(Fields plan) {
        Map<String, Area> areas = new LinkedHashMap<>();
        plan.named("areas").forEach((name, place) -> {
            NamedPlace.check(name, place);
            Fields fields = place.fields(Shape.AREA);
            fields.at("owners")
                    .filter(Place::isEmptyList)
                    .ifPresent(at -> at.mistake("The area has no owner.", "Name at least one person."));
            areas.put(name, new Area(name, Once.each(fields, "owners", Values.reference("person", names.people()))));
        });
        return Collections.unmodifiableMap(areas);
    }

    List<Expert> experts(Fields plan) {
        List<Expert> experts = new ArrayList<>();
        for (Place item : plan.items("experts")) {
            Fields fields = item.fields(Shape.EXPERT);
            Optional<String> name = fields.read("name", Values::name);
            Optional<String> subject = fields.text("subject");
            Optional<String> contact = fields.text("contact");
            boolean agency = fields.read("agency", Values::yesOrNo).orElse(false);
            if (name.isPresent() && subject.isPresent() && contact.isPresent()) {
                experts.add(new Expert(name.get(), subject.get(), contact.get(), agency));
            }
        }
        return List.copyOf(experts);
    }

    List<Ally> allies(Fields plan) {
        List<Ally> allies = new ArrayList<>();
        for (Place item : plan.items("allies")) {
            Fields fields = item.fields(Shape.ALLY);
            Optional<String> name = fields.read("name", Values::name);
            Optional<String> contact = fields.text("contact");
            List<String> languages = Once.each(fields, "languages", Values::language);
            if (name.isPresent() && contact.isPresent()) {
                allies.add(new Ally(name.get(), contact.get(), languages));
            }
        }
        return List.copyOf(allies);
    }

    List<TouchPoint> touchPoints(Fields plan) {
        List<TouchPoint> touchPoints = new ArrayList<>();
        for (Place item : plan.items("touch points")) {
            Fields fields = item.fields(Shape.TOUCH_POINT);
            Optional<String> name = fields.read("name", Values::name);
            Optional<String> owner = fields.read("owner", Values.reference("person", names.people()));
            String channel = fields.read("channel", Values.reference("channel", installation.channels()))
                    .orElse(null);
            if (name.isPresent() && owner.isPresent()) {
                touchPoints.add(new TouchPoint(name.get(), owner.get(), channel));
            }
        }
        return List.copyOf(touchPoints);
    }

    Retention retention(Fields plan) {
        return plan.at("retention")
                .map(place -> place.fields(Shape.RETENTION))
                .map(fields -> new Retention(kept(fields, "messages"), kept(fields, "absences")))
                .orElse(new Retention(USUALLY_KEPT, USUALLY_KEPT));
    }

    private static Duration kept(Fields fields, String key) {
        return fields.read(key, Durations.between(SHORTEST_KEPT, LONGEST_KEPT)).orElse(USUALLY_KEPT);
    }
}
