package io.firebreak.support;

import io.firebreak.database.FreshDatabase;
import io.firebreak.escalation.EscalationDriver;
import io.firebreak.notification.NoticeDriver;
import io.firebreak.publishing.PublicationDriver;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application on a real PostgreSQL of its own, with the demo team, with time that stands still and
 * with a job executor that is off: tests run each job themselves. All such tests share one application, and
 * {@link ProcessCoverage} notes what they reach.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({
    TestClock.Configuration.class,
    CaseDriver.class,
    EscalationDriver.class,
    PublicationDriver.class,
    NoticeDriver.class,
    ProcessCoveragePlugin.class
})
@TestExecutionListeners(
        listeners = {EngineOfThisTest.class, ProcessCoverageReport.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "firebreak.publishing.enabled=false",
            "firebreak.notification.enabled=false",
            // the demo's other channels have tests of their own; most tests want to end with the newsroom
            "firebreak.channels.staff.enabled=false",
            "firebreak.channels.press.enabled=false",
            "firebreak.channels.shops.enabled=false",
            "firebreak.channels.partners.enabled=false",
            "firebreak.processes.directory=processes",
            // tests look at the plan's file themselves
            "firebreak.crisis-plan=classpath:crisis-plan/tests.yaml",
            "firebreak.crisis-plan-every=1d",
            "firebreak.request-patience=3s"
        })
public @interface FirebreakTest {}
