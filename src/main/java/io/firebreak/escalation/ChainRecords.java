package io.firebreak.escalation;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.Resolution;
import io.firebreak.rule.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a chain of command does by itself, in the ledger of its case. */
@Component
class ChainRecords {

    private final Ledger ledger;

    ChainRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    void asked(ChainRun run, List<Resolution.Asked> people) {
        ledger.record(act(
                        run,
                        "task.escalated",
                        askedInWords(people)
                                .formatted(
                                        Listing.and(people.stream()
                                                .map(ChainRecords::inWords)
                                                .toList()),
                                        run.taskName()))
                .with("pass", run.standing().pass())
                .with("level", run.standing().level() + 1)
                .with("asked", people.stream().map(ChainRecords::details).toList()));
    }

    private static String askedInWords(List<Resolution.Asked> people) {
        return people.size() == 1
                ? "Nobody answered in time: %s is asked to take the task \"%s\"."
                : "Nobody answered in time: %s are asked to take the task \"%s\".";
    }

    void skipped(ChainRun run, List<Resolution.Skipped> skipped) {
        skipped.forEach(one -> ledger.record(act(
                        run,
                        "chain.skipped",
                        "%s is not asked to take the task \"%s\": %s."
                                .formatted(one.who(), run.taskName(), one.reason()))
                .with("who", one.who())
                .with("reason", one.reason())
                .with("pass", run.standing().pass())));
    }

    void nobody(ChainRun run) {
        ledger.record(act(
                run,
                "chain.nobody",
                "Nobody can be asked to take the task \"%s\" at the moment; the chain of command looks again at %s."
                        .formatted(run.taskName(), run.standing().nextStepAt())));
    }

    void broken(ChainRun run, String sentence) {
        ledger.record(act(run, "chain.broken", sentence));
    }

    void answeredAgain(ChainRun run, String person) {
        ledger.record(act(
                        run,
                        "chain.mended",
                        "%s answers: the chain of command for the task \"%s\" is not broken any more."
                                .formatted(person, run.taskName()))
                .with("person", person));
    }

    void rests(ChainRun run) {
        ledger.record(act(
                        run,
                        "chain.rests",
                        "The chain of command for the task \"%s\" rests until %s."
                                .formatted(run.taskName(), run.standing().nextStepAt()))
                .with("until", run.standing().nextStepAt().toString()));
    }

    private static Act act(ChainRun run, String type, String sentence) {
        return new Act(run.caseReference(), Actor.FIREBREAK.id(), type, sentence)
                .with("task", run.taskKey())
                .with("taskId", run.taskId());
    }

    private static Map<String, Object> details(Resolution.Asked asked) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("person", asked.person());
        details.put("because", asked.because());
        if (asked.insteadOf() != null) {
            details.put("insteadOf", asked.insteadOf());
        }
        return details;
    }

    private static String inWords(Resolution.Asked asked) {
        return asked.insteadOf() == null
                ? asked.person()
                : "%s (instead of %s)".formatted(asked.person(), asked.insteadOf());
    }
}
