package io.firebreak.engine.calendar;

import java.time.ZoneId;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the engine read cron expressions by {@link HouseCycle}. */
@Component
class HouseCalendarPlugin extends AbstractProcessEnginePlugin {

    private final ZoneId zone;

    HouseCalendarPlugin(@Value("${firebreak.time-zone}") ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        MapBusinessCalendarManager calendars = (MapBusinessCalendarManager) configuration.getBusinessCalendarManager();
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new HouseCycle(zone));
    }
}
