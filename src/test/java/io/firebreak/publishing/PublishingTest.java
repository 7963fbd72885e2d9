package io.firebreak.publishing;

import io.firebreak.support.FirebreakTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole application with channels that follow a script, one of each sort. All such tests share one. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@FirebreakTest
@Import(ScriptedChannels.class)
@TestPropertySource(
        properties = {
            "firebreak.channels.intranet.kind=scripted",
            "firebreak.channels.intranet.audience=staff",
            "firebreak.channels.network.kind=scripted",
            "firebreak.channels.network.budget=1000000",
            "firebreak.channels.press-list.kind=scripted",
            "firebreak.channels.press-list.user=PERSON",
            "firebreak.channels.press-list.recipients=ann@press.example,bob@press.example",
            "firebreak.channels.press-list.budget=1000000",
            "firebreak.channels.shop-notice.kind=by-hand",
            "firebreak.channels.shop-notice.instructions=Print it and hang it up at the till.",
            "firebreak.channels.fan-club.kind=scripted",
            "firebreak.channels.fan-club.audience=allies"
        })
public @interface PublishingTest {}
