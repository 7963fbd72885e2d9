package io.firebreak.engine;

import io.firebreak.access.Actor;
import io.firebreak.language.PeopleNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The names that the engine has of its users; remembered for a while, as each line of a history asks for some. */
@Component
class StaffNames implements PeopleNames {

    private static final Logger log = LoggerFactory.getLogger(StaffNames.class);

    /** After which a changed name is seen. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** Above it all is forgotten: what is asked for are values of sentences, and most are nobody's id. */
    private static final int MOST = 10_000;

    /** As ids are in the identity services that can stand behind the engine; other values are nobody's. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

    private final Staff staff;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<String> name, Instant until) {}

    StaffNames(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public Optional<String> nameOf(String userId) {
        if (userId.equals(Actor.FIREBREAK.id())) {
            return Optional.of("Firebreak");
        }
        return ID.matcher(userId).matches() ? remembered(userId) : Optional.empty();
    }

    private Optional<String> remembered(String userId) {
        Known remembered = known.get(userId);
        if (remembered != null && remembered.until().isAfter(clock.instant())) {
            return remembered.name();
        }
        try {
            return remember(userId, staff.find(userId).map(Staff.Member::name));
        } catch (RuntimeException unanswered) {
            // a refusal must be said even where the transaction that it ends can't be asked any more
            log.debug("The name of a user can't be found out now.", unanswered);
            return Optional.empty();
        }
    }

    private Optional<String> remember(String userId, Optional<String> name) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(userId, new Known(name, clock.instant().plus(REMEMBERED)));
        return name;
    }
}
