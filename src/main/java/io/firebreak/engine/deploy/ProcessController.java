package io.firebreak.engine.deploy;

import io.firebreak.access.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For process designers: put into force what the processes folder holds, without a restart. */
@RestController
@RequestMapping("/api/processes")
@Tag(name = "Processes")
class ProcessController {

    private final ProcessDeployer deployer;

    ProcessController(ProcessDeployer deployer) {
        this.deployer = deployer;
    }

    @GetMapping("/deployment")
    @Operation(summary = "What became of the last deployment")
    DeploymentAttempt last() {
        return deployer.lastAttempt().orElseThrow();
    }

    @PostMapping("/deployment")
    @Operation(summary = "Deploy the processes folder as it is now; a broken bundle is refused whole")
    DeploymentAttempt deploy(Principal caller) {
        return deployer.deploy(new Actor(caller.getName()));
    }
}
