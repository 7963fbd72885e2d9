package io.firebreak.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whether each account would work now. Servers are asked side by side, and not more often than makes sense. */
@Component
class ChannelChecks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ChannelChecks.class);

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What an account said.
     *
     * @param problem null when it works
     */
    record Check(String problem, Instant at) {

        boolean works() {
            return problem == null;
        }
    }

    private final Accounts accounts;
    private final Clock clock;
    private final Map<String, Check> last = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Check>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "channel-check");
        thread.setDaemon(true);
        return thread;
    });

    ChannelChecks(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The limits of servers are known from the start, and what is wrong is in the log. */
    @EventListener(ApplicationReadyEvent.class)
    void askAll() {
        accounts.all().forEach(this::ask);
    }

    /** What each said last, without asking anybody; asks anew beside when that is long ago. */
    Optional<Check> lastOf(ChannelAccount account) {
        Check known = last.get(account.name());
        if (known == null || isOld(known)) {
            ask(account);
        }
        return Optional.ofNullable(known);
    }

    /** What each says now; waits for it, though not for ever. */
    Map<String, Check> now(List<ChannelAccount> asked) {
        Map<String, Check> answers = new ConcurrentHashMap<>();
        Map<String, CompletableFuture<Check>> questions = new ConcurrentHashMap<>();
        asked.forEach(account -> questions.put(account.name(), fresh(account)));
        questions.forEach((name, question) -> answers.put(name, question.join()));
        return answers;
    }

    private CompletableFuture<Check> fresh(ChannelAccount account) {
        Check known = last.get(account.name());
        if (known != null && !isOld(known)) {
            return CompletableFuture.completedFuture(known);
        }
        return ask(account)
                .copy()
                .completeOnTimeout(
                        new Check("It did not answer in %d seconds.".formatted(PATIENCE.toSeconds()), clock.instant()),
                        PATIENCE.toSeconds(),
                        TimeUnit.SECONDS);
    }

    private boolean isOld(Check check) {
        return check.at().plus(FRESH).isBefore(clock.instant());
    }

    private CompletableFuture<Check> ask(ChannelAccount account) {
        return underWay.computeIfAbsent(
                account.name(), name -> CompletableFuture.supplyAsync(() -> answerOf(account), threads));
    }

    private Check answerOf(ChannelAccount account) {
        try {
            Check check = new Check(problemOf(account), clock.instant());
            Check before = last.put(account.name(), check);
            tell(account, before, check);
            return check;
        } finally {
            underWay.remove(account.name());
        }
    }

    private static String problemOf(ChannelAccount account) {
        try {
            return account.channel().check();
        } catch (RuntimeException failure) {
            log.debug("{} failed unexpectedly", account.name(), failure);
            return "It could not be checked (%s).".formatted(failure.getClass().getSimpleName());
        }
    }

    private static void tell(ChannelAccount account, Check before, Check check) {
        if (!check.works() && (before == null || before.works())) {
            log.warn("The channel {} would not work now: {}", account.name(), check.problem());
        } else if (check.works() && before != null && !before.works()) {
            log.info("The channel {} works again", account.name());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
