package io.firebreak.roster.plan;

import io.firebreak.notification.Webhook;
import io.firebreak.roster.CrisisPlan;
import io.firebreak.roster.CrisisPlan.Area;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Mistake;
import io.firebreak.yaml.Mistakes;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the file of a plan and checks it as a whole. It keeps nothing, and changes nothing. */
final class PlanReader {

    /**
     * What a file says.
     *
     * @param plan null when there are mistakes
     * @param mistakes in the order of their lines
     * @param calendarFiles the files with days off that it names, by name, as far as they could be read
     */
    record Reading(CrisisPlan plan, List<Mistake> mistakes, Map<String, String> calendarFiles) {}

    private final Installation installation;

    PlanReader(Installation installation) {
        this.installation = installation;
    }

    Reading read(byte[] file) {
        Mistakes mistakes = new Mistakes();
        CompanyDays companyDays = new CompanyDays(installation);
        CrisisPlan plan = plan(file, mistakes, companyDays);
        return new Reading(mistakes.isEmpty() ? plan : null, mistakes.sorted(), companyDays.files());
    }

    /** Incomplete, or null, where anything was wrong. */
    private CrisisPlan plan(byte[] file, Mistakes mistakes, CompanyDays companyDays) {
        try {
            return new YamlText("plan", "Begin with the keys people and chains.", mistakes)
                    .tree(file)
                    .map(tree -> Place.root(tree, mistakes).fields(Shape.PLAN))
                    .map(fields -> plan(fields, companyDays))
                    .orElse(null);
        } catch (Mistakes.Enough enough) {
            return null;
        }
    }

    private CrisisPlan plan(Fields fields, CompanyDays companyDays) {
        Names names = Names.of(fields);
        Set<String> groups = installation.groups();
        HouseSection house = new HouseSection(names, installation);
        Map<String, Webhook> webhooks = new WebhooksSection(installation).read(fields.named("webhooks"));
        PeopleSection peopleSection = new PeopleSection(names, installation, webhooks);
        Map<String, PlannedPerson> people = peopleSection.read(fields.at("people"));
        Map<String, Area> areas = house.areas(fields);
        LevelSection levels = new LevelSection(names, peopleSection.withRole(), areas, groups);
        return new CrisisPlan(
                house.brands(fields),
                people,
                new CalendarsSection(companyDays).read(fields.named("calendars")),
                new RotationsSection(names).read(fields.named("rotations")),
                new ChainsSection(levels, groups).read(fields.at("chains")),
                areas,
                house.experts(fields),
                house.allies(fields),
                house.touchPoints(fields),
                webhooks,
                new CompensationSection(names, groups).read(fields.items("compensation")),
                house.retention(fields));
    }
}
