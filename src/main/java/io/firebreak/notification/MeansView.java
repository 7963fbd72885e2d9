package io.firebreak.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A means as its person sees it: enough to know it by, and how it has done. */
public record MeansView(
        @Schema(description = "From 1, in the order in which they are tried") int position,
        Means.Kind kind,
        @Schema(description = "What the crisis plan calls it; none where it is no webhook") String webhook,
        Webhook.Form form,
        @Schema(description = "Only a part of it") String address,
        @Schema(description = "ISO 8601; none: as soon as those before it have failed") String after,
        Instant lastWorkedAt,
        Instant lastFailedAt,
        String lastFailure) {

    /** As people call it; no address is in it. */
    public String named() {
        return MeansKey.spoken(kind, webhook, form);
    }

    /** Whether the last attempt by it was in vain. */
    public boolean failedLast() {
        return lastFailedAt != null && (lastWorkedAt == null || lastWorkedAt.isBefore(lastFailedAt));
    }

    static MeansView of(int position, Means means, MeansOutcomes.Last last) {
        Webhook webhook = means.webhook();
        return new MeansView(
                position,
                means.kind(),
                webhook == null ? null : webhook.name(),
                webhook == null ? null : webhook.form(),
                MeansKey.masked(means.address()),
                means.after() == null ? null : means.after().toString(),
                last.workedAt(),
                last.failedAt(),
                last.failure());
    }
}
