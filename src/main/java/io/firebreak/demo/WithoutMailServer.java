package io.firebreak.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether nobody set a mail server of their own. */
class WithoutMailServer implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment settings = context.getEnvironment();
        return !StringUtils.hasText(settings.getProperty("spring.mail.host"))
                && !StringUtils.hasText(settings.getProperty("spring.mail.jndi-name"));
    }
}
