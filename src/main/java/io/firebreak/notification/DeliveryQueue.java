package io.firebreak.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be sent next, and by whom. Each call is one short transaction; nothing remote is in it. */
@Service
class DeliveryQueue {

    /** Longer than any attempt: whoever has not come back by then is dead, and what they took on is sent again. */
    static final Duration LAPSE = Duration.ofMinutes(1);

    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final MessageRetention retention;
    private final Clock clock;

    DeliveryQueue(NoticeStore notices, DeliveryStore deliveries, MessageRetention retention, Clock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.retention = retention;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<String> serversWithWork() {
        return deliveries.serversWithWork(clock.instant());
    }

    /** Takes on what is due at a server; from the end of this call nobody else does, for as long as an attempt takes. */
    @Transactional
    public List<Dispatch> take(String server, int most) {
        Instant now = clock.instant();
        return deliveries.take(server, now, now.plus(LAPSE), most).stream()
                .map(delivery ->
                        new Dispatch(delivery, notices.find(delivery.notice()).orElseThrow()))
                .toList();
    }

    /** Ends what nobody needs to hear any more, as a part; the next call does the rest. */
    @Transactional
    public void endExpired() {
        Instant now = clock.instant();
        for (UUID notice : notices.lockExpired(now)) {
            notices.end(notice, now);
            deliveries.stopRest(notice);
        }
    }

    /** Deletes what has been over for long, as a part; the next call does the rest. */
    @Transactional
    public void forgetOld() {
        notices.deleteEndedBefore(clock.instant().minus(retention.kept()));
    }
}
