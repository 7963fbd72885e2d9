package io.firebreak.escalation;

import io.firebreak.escalation.Ask.Answer;
import io.firebreak.escalation.Ask.How;
import io.firebreak.notification.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What answers do to a running chain, whichever way they come. The caller holds the chain, so that of two answers at the
 * same moment the second sees the first.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Answers {

    private final ChainStore store;
    private final AskStore asks;
    private final Asking asking;
    private final Resting resting;
    private final ChainBreaks breaks;
    private final ChainProcess process;
    private final Notices notices;
    private final Clock clock;

    Answers(
            ChainStore store,
            AskStore asks,
            Asking asking,
            Resting resting,
            ChainBreaks breaks,
            ChainProcess process,
            Notices notices,
            Clock clock) {
        this.store = store;
        this.asks = asks;
        this.asking = asking;
        this.resting = resting;
        this.breaks = breaks;
        this.process = process;
        this.notices = notices;
        this.clock = clock;
    }

    /** The newest question to the person that waits for an answer. */
    Optional<Ask> openAskOf(ChainRun run, String person) {
        return asks.of(run.id()).stream()
                .filter(Ask::isOpen)
                .filter(ask -> ask.person().equals(person))
                .reduce((earlier, later) -> later);
    }

    /** Whether the person was asked in this pass, whatever they answered. */
    boolean wasAsked(ChainRun run, String person) {
        return asks.of(run.id()).stream()
                .anyMatch(ask ->
                        ask.pass() == run.standing().pass() && ask.person().equals(person));
    }

    /**
     * Somebody takes the task. The chain rests when as many did as the level asks for.
     *
     * @param task with its holder as it is from now on
     */
    void acknowledged(ChainRun run, EscalatedTask task, String person, How how) {
        boolean asked = openAskOf(run, person).isPresent();
        if (!asked) {
            asking.volunteered(run, person, "took the task without being asked");
        }
        answerAll(run, person, Answer.ACKNOWLEDGED, how);
        ChainRun heard = breaks.mend(run, person);
        if (acknowledgements(heard) >= heard.standing().needed()) {
            rest(heard, task);
        }
    }

    /** Somebody holds the task from now on, whoever was asked: the chain leaves them in peace. */
    void takenOver(ChainRun run, EscalatedTask task, How how) {
        String holder = task.holder();
        if (openAskOf(run, holder).isEmpty()) {
            asking.volunteered(run, holder, "took the task over");
        }
        answerAll(run, holder, Answer.ACKNOWLEDGED, how);
        rest(breaks.mend(run, holder), task);
    }

    private void rest(ChainRun run, EscalatedTask task) {
        settle(run, Answer.TAKEN_BY_ANOTHER, task.holder());
        resting.rest(run, task, task.holder());
        process.rest(run.processInstanceId());
    }

    /** Somebody can't. Where nobody of the level is left, the next one is asked at once. */
    void declined(ChainRun run, String person, How how) {
        withdraw(run, person, Answer.DECLINED, how);
        if (run.isResting() || nobodyIsLeft(run)) {
            process.askOn(run.processInstanceId());
        }
    }

    /** Whoever held the task gave it back. */
    void givenBack(ChainRun run) {
        process.askOn(run.processInstanceId());
    }

    /** Somebody names another person, who is asked next. */
    void delegated(ChainRun run, String person, String to, How how) {
        withdraw(run, person, Answer.DELEGATED, how);
        store.save(run.at(run.standing().delegating(to, person)));
        process.askOn(run.processInstanceId());
    }

    /**
     * The task is gone.
     *
     * @param by who completed it; null when it was taken away
     */
    void over(ChainRun run, String by) {
        settle(run, Answer.OVER, by);
        store.end(run.id(), clock.instant());
    }

    private void answerAll(ChainRun run, String person, Answer answer, How how) {
        openAsks(run).stream()
                .filter(ask -> ask.person().equals(person))
                .forEach(ask -> answer(ask, answer, person, how));
    }

    /** Whoever had taken the task before does not count any more either. */
    private void withdraw(ChainRun run, String person, Answer answer, How how) {
        asks.of(run.id()).stream()
                .filter(ask -> ask.person().equals(person))
                .filter(ask -> ask.isOpen() || ask.answer() == Answer.ACKNOWLEDGED)
                .forEach(ask -> answer(ask, answer, person, how));
    }

    private void settle(ChainRun run, Answer answer, String by) {
        openAsks(run).forEach(ask -> answer(ask, answer, by, null));
    }

    private void answer(Ask ask, Answer answer, String by, How how) {
        asks.answer(ask.id(), answer, by, clock.instant(), how);
        notices.settle(ask.id());
    }

    private List<Ask> openAsks(ChainRun run) {
        return asks.of(run.id()).stream().filter(Ask::isOpen).toList();
    }

    private long acknowledgements(ChainRun run) {
        return asks.of(run.id()).stream()
                .filter(ask -> ask.answer() == Answer.ACKNOWLEDGED)
                .filter(ask -> !ask.answeredAt().isBefore(run.standing().askingSince()))
                .map(Ask::person)
                .distinct()
                .count();
    }

    private boolean nobodyIsLeft(ChainRun run) {
        List<Ask> level = asks.of(run.id()).stream()
                .filter(ask -> ask.pass() == run.standing().pass())
                .filter(ask -> ask.level() == run.standing().level())
                .toList();
        return level.stream().noneMatch(Ask::isOpen)
                && level.stream().noneMatch(ask -> ask.answer() == Answer.ACKNOWLEDGED);
    }
}
