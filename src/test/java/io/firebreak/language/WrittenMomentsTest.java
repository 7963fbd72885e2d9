package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Moments within sentences. */
class WrittenMomentsTest {

    @Test
    void shouldWriteMomentsAsReaderDoes() {
        String sentence = "Gap from 2026-11-28T01:00:00Z to 2026-11-28T09:30Z.";

        assertThat(WrittenMoments.rewrite(sentence, at -> "$1 " + at.getEpochSecond()))
                .isEqualTo("Gap from $1 1795827600 to $1 1795858200.");
    }

    @Test
    void shouldLeaveWhatOnlyLooksLikeOne() {
        String sentence = "Somebody wrote 2026-13-45T99:99:00Z, and 2026-11-28.";

        assertThat(WrittenMoments.rewrite(sentence, at -> "never")).isEqualTo(sentence);
    }
}
