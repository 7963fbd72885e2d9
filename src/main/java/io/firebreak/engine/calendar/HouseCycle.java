package io.firebreak.engine.calendar;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.scheduling.support.CronExpression;

/**
 * Reads cron expressions of timers, such as {@code 0 30 2 * * *}, on the clocks of the house; the engine itself would take
 * those of the machine. Intervals such as {@code R/PT5M} are the engine's.
 */
class HouseCycle extends CycleBusinessCalendar {

    private final ZoneId zone;

    HouseCycle(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Date resolveDuedate(String cycle, Date start, long repeatOffset) {
        if (cycle.startsWith("R")) {
            return super.resolveDuedate(cycle, start, repeatOffset);
        }
        Date from = start == null ? ClockUtil.getCurrentTime() : start;
        ZonedDateTime next = CronExpression.parse(cycle).next(from.toInstant().atZone(zone));
        return next == null ? null : Date.from(next.toInstant());
    }
}
