package io.firebreak.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time in tests: it moves when a test says so, for Firebreak and for the engine alike. */
public class TestClock extends Clock {

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private TestClock() {
        tellEngine();
    }

    /** The engine's time is one for the whole JVM: where tests have several applications running, each has its own. */
    final synchronized void tellEngine() {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
        tellEngine();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    /** Puts this clock in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
