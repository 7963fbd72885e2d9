package io.firebreak.browser;

import io.firebreak.publishing.PublishingTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application in a real browser, with channels that follow a script. All such tests share one
 * application; each begins with lists that are empty, as a person finds a task on the first page of a list only.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@PublishingTest
@Import({CrisisTasks.class, RepairTasks.class, ReplyTasks.class, TakeDownTasks.class, TaskDesk.class})
@TestExecutionListeners(listeners = EmptyLists.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface BrowserTest {}
