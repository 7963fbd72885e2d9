package io.firebreak.roster.feed;

import io.firebreak.roster.Shift;
import io.firebreak.roster.feed.DutyFeeds.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A person's duties as RFC 5545 has it. The same duties give the same text, so that a program sees when they change. */
final class DutyCalendar {

    private static final String REFRESHED_EVERY = "PT1H";

    private DutyCalendar() {}

    static String of(Feed feed) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Firebreak//Duties//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Duties of " + feed.person()));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESHED_EVERY));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESHED_EVERY));
        feed.shifts().forEach(shift -> calendar.add(event(feed, shift)));
        return calendar.toString();
    }

    private static VEvent event(Feed feed, Shift shift) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid(feed.person(), shift)));
        event.add(new DtStamp(feed.since()));
        event.add(new DtStart<Instant>(shift.from()));
        event.add(new DtEnd<Instant>(shift.to()));
        event.add(new Summary(summary(feed.person(), shift)));
        event.add(new Description(description(shift)));
        event.add(new Transp(feed.person().equals(shift.acting()) ? Transp.VALUE_OPAQUE : Transp.VALUE_TRANSPARENT));
        return event;
    }

    /** The same for the same turn, however often and when it is fetched. */
    private static String uid(String person, Shift shift) {
        String turn = String.join(
                "\n", person, shift.rotation(), shift.person(), shift.from().toString());
        return UUID.nameUUIDFromBytes(turn.getBytes(StandardCharsets.UTF_8)) + "@firebreak";
    }

    private static String summary(String person, Shift shift) {
        if (shift.acting() == null) {
            return "%s: you are away and nobody stands in".formatted(shift.rotation());
        }
        if (!shift.acting().equals(person)) {
            return "%s: %s stands in for you".formatted(shift.rotation(), shift.acting());
        }
        return shift.person().equals(person)
                ? "On call: " + shift.rotation()
                : "On call: %s, for %s".formatted(shift.rotation(), shift.person());
    }

    private static String description(Shift shift) {
        return shift.changed() ? "As it was entered, not by the plan." : "By the crisis plan.";
    }
}
