package io.firebreak.webapp;

import io.firebreak.language.StaffWords;

/** Writes texts of ours in the viewer's language. */
class TranslatedSerializer extends ViewersSerializer {

    @Override
    String shown(String text, StaffWords words) {
        return words.forViewer(text);
    }
}
