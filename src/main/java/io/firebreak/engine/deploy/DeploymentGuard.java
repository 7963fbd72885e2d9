package io.firebreak.engine.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks every deployment, whoever makes it: Firebreak itself, the Modeler, REST. A broken one is refused whole. */
@Component
class DeploymentGuard extends AbstractProcessEnginePlugin implements Deployer {

    private final ObjectProvider<BundleCheck> check;
    private final ObjectProvider<ProcessWords> words;

    DeploymentGuard(ObjectProvider<BundleCheck> check, ObjectProvider<ProcessWords> words) {
        this.check = check;
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> present = configuration.getCustomPreDeployers();
        List<Deployer> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(this);
        configuration.setCustomPreDeployers(all);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // the engine reads again what was checked when it came
            return;
        }
        Map<String, byte[]> files = deployment.getResources().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, resource -> resource.getValue().getBytes()));
        Bundle bundle = new Bundle(files);
        List<BundleProblem> problems = check.getObject().problemsOf(bundle);
        if (!problems.isEmpty()) {
            throw BundleRefused.because(problems);
        }
        // before the diagrams are read: their tasks are named in the house's language
        words.getObject().use(bundle);
    }
}
