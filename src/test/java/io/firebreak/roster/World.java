package io.firebreak.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Everything that decides who is asked, as the property tests make it up.
 *
 * @param asked whom a level is not to ask again
 * @param at on a whole minute, as all times in it
 */
record World(CrisisPlan plan, Presence presence, CrisisPlan.Chain chain, Matter matter, Set<String> asked, Instant at) {

    /** Among them clocks that change by half an hour, by two hours, and at midnight. */
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Warsaw"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Antarctica/Troll"),
            ZoneId.of("America/Havana"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));

    Resolver resolver() {
        return new Resolver(plan, presence);
    }

    ChainWalk walk() {
        return new ChainWalk(chain, matter, resolver());
    }
}
