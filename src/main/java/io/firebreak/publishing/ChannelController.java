package io.firebreak.publishing;

import io.firebreak.publishing.AccountStore.Condition;
import io.firebreak.publishing.ChannelChecks.Check;
import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows where statements go, and whether they would arrive. */
@RestController
@RequestMapping("/api/channels")
@Tag(name = "Channels")
class ChannelController {

    private final Accounts accounts;
    private final AccountStore store;
    private final ChannelChecks checks;
    private final PublicationStore publications;
    private final Clock clock;

    ChannelController(
            Accounts accounts, AccountStore store, ChannelChecks checks, PublicationStore publications, Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.checks = checks;
        this.publications = publications;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "All channels, and whether each would work now",
            description = "Asks each channel's server, at most every 30 seconds, without publishing anything.")
    List<ChannelView> list() {
        Map<String, Check> answers = checks.now(accounts.all());
        List<PublicationStore.Count> unfinished = publications.unfinished();
        return accounts.all().stream()
                .map(account -> view(account, answers.get(account.name()), unfinished))
                .toList();
    }

    private ChannelView view(ChannelAccount account, Check check, List<PublicationStore.Count> unfinished) {
        Condition condition = store.conditionOf(account.name()).orElse(null);
        Capabilities capabilities = account.channel().capabilities();
        return new ChannelView(
                account.name(),
                account.account().kind(),
                account.label(),
                account.audience(),
                account.settings().dryRun(),
                check.works(),
                check.problem(),
                check.at(),
                capabilities.certainty(),
                capabilities.maximumCharacters() == Integer.MAX_VALUE ? null : capabilities.maximumCharacters(),
                capabilities.threads(),
                capabilities.maximumPictures() == Integer.MAX_VALUE ? null : capabilities.maximumPictures(),
                account.channel().addressees().stream()
                        .filter(addressee -> !addressee.isEmpty())
                        .count(),
                condition == null ? null : laterThanNow(condition.restUntil()),
                condition == null ? null : laterThanNow(condition.openUntil()),
                unfinished.stream()
                        .filter(count -> count.channel().equals(account.name()))
                        .map(count -> new Unfinished(count.state(), count.number()))
                        .toList());
    }

    private Instant laterThanNow(Instant moment) {
        return moment != null && moment.isAfter(clock.instant()) ? moment : null;
    }

    /**
     * @param problem what is wrong and what to do; missing when it works
     * @param certainty how it keeps a publication from happening twice
     * @param maximumCharacters of one post; missing where there is no limit
     * @param maximumPictures missing where there is no limit
     * @param addressees how many it goes to; 0 where everybody reads it
     * @param restsUntil its server asked for a pause
     * @param leftAloneUntil it failed too often
     */
    record ChannelView(
            String name,
            String kind,
            String label,
            Audience audience,
            boolean dryRun,
            boolean works,
            String problem,
            Instant checkedAt,
            Certainty certainty,
            Integer maximumCharacters,
            boolean threads,
            Integer maximumPictures,
            long addressees,
            Instant restsUntil,
            Instant leftAloneUntil,
            List<Unfinished> unfinished) {}

    record Unfinished(PublicationState state, long number) {}
}
