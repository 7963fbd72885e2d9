package io.firebreak.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.engine.ProcessBean;
import io.firebreak.support.FirebreakTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Expressions reach the beans that are meant for them and no other, and the engine is set up as it should be. */
@FirebreakTest
class ProcessBeansTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ProcessBeans processBeans;

    @Autowired
    private ApplicationContext application;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataSource",
                "processEngine",
                "runtimeService",
                "identityService",
                "ledger",
                "cases",
                "statements",
                "environment",
                "systemProperties",
                "applicationContext"
            })
    void shouldNotReachOtherBeans(String bean) {
        assertThatThrownBy(() -> evaluate("${" + bean + "}")).hasMessageContaining("Cannot resolve identifier");
    }

    @Test
    void shouldReachEveryProcessBean() {
        assertThat(processBeans.names())
                .contains("openCase", "queuePublications", "taskDeadlines")
                .allSatisfy(name -> assertThat(evaluate("${" + name + "}")).isSameAs(application.getBean(name)))
                .allSatisfy(name -> assertThat(application.findAnnotationOnBean(name, ProcessBean.class))
                        .isNotNull());
    }

    @Test
    void shouldHaveGivenTheEngineItsSettings() {
        // given
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        // then
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.isAuthorizationEnabledForCustomCode()).isFalse();
        assertThat(configuration.isEnablePasswordPolicy()).isTrue();
        assertThat(configuration.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isEnableCmdExceptionLogging()).isFalse();
        assertThat(configuration.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(configuration.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("audit-with-operations");
    }

    private Object evaluate(String expression) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ExpressionManager expressions = configuration.getExpressionManager();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> expressions.createExpression(expression).getValue(new ExecutionEntity()));
    }
}
