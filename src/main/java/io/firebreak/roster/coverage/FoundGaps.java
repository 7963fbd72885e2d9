package io.firebreak.roster.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The gaps in a coverage: all stretches of a chain with the same reason are one. */
final class FoundGaps {

    private record Key(ChainCoverage line, Verdict verdict, String reason) {}

    private FoundGaps() {}

    static List<Gap> in(Coverage coverage) {
        Map<Key, Gap> gaps = new LinkedHashMap<>();
        for (ChainCoverage line : coverage.chains()) {
            line.stretches().stream()
                    .filter(stretch -> stretch.verdict() != Verdict.GREEN)
                    .forEach(stretch -> gaps.merge(
                            new Key(line, stretch.verdict(), stretch.reason()),
                            gap(line, stretch),
                            (first, again) -> oneMore(first)));
        }
        return List.copyOf(gaps.values());
    }

    private static Gap gap(ChainCoverage line, Stretch stretch) {
        return new Gap(
                UUID.randomUUID(),
                line.chain(),
                line.role(),
                line.severitiesInWords(),
                stretch.verdict(),
                stretch.reason(),
                stretch.from(),
                stretch.to(),
                0);
    }

    private static Gap oneMore(Gap gap) {
        return new Gap(
                gap.id(),
                gap.chain(),
                gap.role(),
                gap.severities(),
                gap.verdict(),
                gap.reason(),
                gap.from(),
                gap.to(),
                gap.more() + 1);
    }
}
