package io.firebreak.webapp;

import io.firebreak.engine.FormInputs;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.Way;
import io.firebreak.rule.Refusal;
import java.util.Arrays;

/** A reply as it stands in its form while somebody writes it. */
final class TypedReply {

    private TypedReply() {}

    /**
     * The reply in the fields of the form.
     *
     * @throws Refusal when its text can't be taken
     */
    static ReplyText of(FormInputs inputs) {
        return ReplyText.of(way(inputs.text("way")), inputs.text("text"), inputs.ticked("apology"));
    }

    /** The thread, which asks most, as long as none is chosen. */
    private static Way way(String name) {
        return Arrays.stream(Way.values())
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElse(Way.THREAD);
    }
}
