package io.firebreak.engine.deploy;

import io.firebreak.access.Actor;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.NodeLock;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the bundle: all of it when anything in it changed, nothing otherwise. Forms and tables are bound to the
 * deployment, so a part alone would break them. A bundle that is refused leaves what runs as it is.
 */
@Component
public class ProcessDeployer {

    private static final Logger log = LoggerFactory.getLogger(ProcessDeployer.class);
    private static final String NAME = "firebreak";

    private final BundleSource source;
    private final RepositoryService repositoryService;
    private final AsFirebreak asFirebreak;
    private final Ledger ledger;
    private final Clock clock;
    private final NodeLock nodeLock;
    private final ProcessWords words;
    private final TransactionTemplate transaction;
    private volatile DeploymentAttempt lastAttempt;

    ProcessDeployer(
            BundleSource source,
            RepositoryService repositoryService,
            AsFirebreak asFirebreak,
            Ledger ledger,
            Clock clock,
            NodeLock nodeLock,
            ProcessWords words,
            TransactionTemplate transaction) {
        this.source = source;
        this.repositoryService = repositoryService;
        this.asFirebreak = asFirebreak;
        this.ledger = ledger;
        this.clock = clock;
        this.nodeLock = nodeLock;
        this.words = words;
        this.transaction = transaction;
    }

    /**
     * Deploys the bundle before Firebreak takes requests. If it is broken and an earlier one runs, Firebreak starts
     * with that one and says so in its health.
     *
     * @throws BrokenBundleException when it is broken and nothing runs yet
     */
    public void deployAtStart() {
        try {
            deploy(Actor.FIREBREAK);
        } catch (Refusal refusal) {
            if (running().isEmpty()) {
                throw new BrokenBundleException(source.description(), lastAttempt.problems());
            }
        }
        running().ifPresent(words::use);
    }

    /**
     * Deploys the bundle as it is now.
     *
     * @throws Refusal that names file, element and reason of all that is wrong
     */
    public DeploymentAttempt deploy(Actor actor) {
        try {
            Bundle bundle = source.read();
            if (bundle.files().isEmpty()) {
                throw Refusal.invalid("processes", "There is no diagram in " + source.description() + ".");
            }
            Deployment deployment = transaction.execute(status -> deployLocked(bundle, actor));
            return remember(deployment.getId(), List.of());
        } catch (ProcessEngineException | Refusal failure) {
            Refusal refusal = asRefusal(failure);
            refusal.problems().forEach(problem -> log.error("The processes are refused. {}", problem.message()));
            remember(
                    running().map(Deployment::getId).orElse(null),
                    refusal.problems().stream().map(Refusal.Problem::message).toList());
            throw refusal;
        }
    }

    Optional<DeploymentAttempt> lastAttempt() {
        return Optional.ofNullable(lastAttempt);
    }

    private Deployment deployLocked(Bundle bundle, Actor actor) {
        nodeLock.take(NodeLock.Work.DEPLOY);
        DeploymentBuilder builder =
                repositoryService.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        bundle.files().forEach((path, content) -> builder.addInputStream(path, new ByteArrayInputStream(content)));
        String before = running().map(Deployment::getId).orElse(null);
        Deployment deployment = asFirebreak.call(builder::deploy);
        if (!deployment.getId().equals(before)) {
            String sentence = "%d files, diagrams, tables, forms and translations, are deployed from %s."
                    .formatted(bundle.files().size(), source.description());
            ledger.record(
                    new Act(null, actor.id(), "processes.deployed", sentence).with("deploymentId", deployment.getId()));
        }
        return deployment;
    }

    private Optional<Deployment> running() {
        return asFirebreak.call(() ->
                repositoryService
                        .createDeploymentQuery()
                        .deploymentName(NAME)
                        .orderByDeploymentTime()
                        .desc()
                        .listPage(0, 1)
                        .stream()
                        .findFirst());
    }

    private DeploymentAttempt remember(String deploymentId, List<String> problems) {
        lastAttempt = new DeploymentAttempt(clock.instant(), source.description(), deploymentId, problems);
        return lastAttempt;
    }

    /** What our own check does not find, the engine's parser may. */
    private static Refusal asRefusal(RuntimeException failure) {
        Refusal refusal = Refusal.behind(failure);
        if (refusal != null) {
            return refusal;
        }
        if (failure instanceof ParseException parse) {
            return BundleRefused.because(parse.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(error -> new BundleProblem(
                                    report.getResourceName(), error.getMainElementId(), error.getMessage())))
                    .toList());
        }
        return BundleRefused.because(
                List.of(new BundleProblem("processes", "the bundle", String.valueOf(failure.getMessage()))));
    }
}
