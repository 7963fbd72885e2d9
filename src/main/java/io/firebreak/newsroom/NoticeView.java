package io.firebreak.newsroom;

import io.firebreak.rule.TextBody;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Why a post elsewhere is gone, as the page of its statement says it.
 *
 * @param channel where it stood
 */
record NoticeView(String channel, WrittenLanguage language, String title, TextBody explanation, Moment takenDownAt) {

    static NoticeView of(PublishedTakeDown takeDown, ZoneId zone, Locale around) {
        return new NoticeView(
                takeDown.channel(),
                WrittenLanguage.of(Locale.forLanguageTag(takeDown.language())),
                takeDown.title(),
                TextBody.of(takeDown.explanation()),
                Moment.of(takeDown.takenDownAt(), zone, around));
    }
}
