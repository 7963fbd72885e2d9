package io.firebreak.webapp;

import io.firebreak.publishing.ChannelForm;
import io.firebreak.publishing.channel.Count;
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
        List<Part> parts) {

    /**
     * @param count null where nothing is known of the account
     */
    record Part(String text, List<Integer> pictures, Filling count, List<ChannelForm.Link> links) {}

    /**
     * How full a part is.
     *
     * @param most null for no limit
     * @param perLink what each web address counts; 0 where addresses count as they are
     */
    record Filling(int used, Integer most, String unit, int perLink) {

        private static Filling of(Count count) {
            return count == null
                    ? null
                    : new Filling(
                            count.used(),
                            count.isLimited() ? count.most() : null,
                            count.unit().name(),
                            count.perLink());
        }
    }

    static FormBriefing of(ChannelForm form) {
        return new FormBriefing(
                form.channel(),
                form.label(),
                form.audience() == null ? null : form.audience().name(),
                form.byHand(),
                form.problems(),
                form.parts().stream()
                        .map(part -> new Part(part.text(), part.pictures(), Filling.of(part.count()), part.links()))
                        .toList());
    }
}
