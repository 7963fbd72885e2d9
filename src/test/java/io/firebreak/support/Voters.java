package io.firebreak.support;

import io.firebreak.statement.StatementVersion;
import java.util.List;
import java.util.stream.Stream;

/** Who of the demo's team can agree to a text in place of those who are missing. */
public final class Voters {

    private Voters() {}

    /** One who has a role that is asked now, wrote none of the text and has not voted. */
    public static String next(StatementVersion version) {
        List<String> voted =
                version.agreement().votes().stream().map(vote -> vote.votedBy()).toList();
        return version.agreement().openSeats().stream()
                .flatMap(seat -> seat.roles().stream())
                .flatMap(role -> Stream.of(role, role + "2"))
                .filter(person -> !voted.contains(person) && !version.authors().contains(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is left to agree to " + version.named()));
    }
}
