package io.firebreak.webapp;

import io.firebreak.publishing.ChannelForm;
import java.util.List;

/**
 * How a text looks on one account, as forms take it; see {@link ChannelForm}.
 *
 * @param audience null for an account that is no longer set up
 */
record FormBriefing(
        String channel,
        String label,
        String audience,
        boolean byHand,
        @Translated List<String> problems,
        List<ChannelForm.Part> parts) {

    static FormBriefing of(ChannelForm form) {
        return new FormBriefing(
                form.channel(),
                form.label(),
                form.audience() == null ? null : form.audience().name(),
                form.byHand(),
                form.problems(),
                form.parts());
    }
}
