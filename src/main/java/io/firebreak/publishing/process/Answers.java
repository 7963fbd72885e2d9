package io.firebreak.publishing.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.publishing.Publication;
import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A person's answers about several publications at once, handed in as JSON: an object with one answer for the id of each
 * publication.
 *
 * @param <A> the kind of answer
 */
final class Answers<A> {

    /** The name under which they are handed in. */
    static final String INPUT = "answers";

    private final Map<UUID, A> byPublication;

    private Answers(Map<UUID, A> byPublication) {
        this.byPublication = byPublication;
    }

    /**
     * @throws Refusal when the text is missing or is not such an object
     */
    static <A> Answers<A> read(ObjectMapper json, String text, Class<A> kind) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(INPUT, "The answers are missing; please answer for each publication.");
        }
        JavaType type = json.getTypeFactory().constructMapType(Map.class, UUID.class, kind);
        try {
            Map<UUID, A> read = json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
            if (read != null) {
                return new Answers<>(read);
            }
        } catch (JsonProcessingException unreadable) {
            // the sentence below says what to do
        }
        throw Refusal.invalid(
                INPUT,
                "The answers can't be read; please give a JSON object with one answer for each publication's id.");
    }

    /**
     * Takes each answer to its publication.
     *
     * @param asked those that need an answer; no other may have one
     * @throws Refusal when one is not answered, or what is answered is not asked
     */
    void forEach(List<Publication> asked, BiConsumer<Publication, A> decision) {
        refuseUnasked(asked);
        for (Publication publication : asked) {
            A answer = byPublication.get(publication.id());
            if (answer == null) {
                throw Refusal.invalid(INPUT, publication.describe() + " is not answered; please answer for it too.");
            }
            decide(publication, answer, decision);
        }
    }

    private void refuseUnasked(List<Publication> asked) {
        Set<UUID> unasked = new TreeSet<>(byPublication.keySet());
        unasked.removeAll(asked.stream().map(Publication::id).collect(Collectors.toSet()));
        if (!unasked.isEmpty()) {
            throw Refusal.conflict(
                    "The publication %s does not wait for an answer here any more; please open the task again."
                            .formatted(unasked.iterator().next()));
        }
    }

    /** Says about which of several publications the sentence is. */
    private static <A> void decide(Publication publication, A answer, BiConsumer<Publication, A> decision) {
        try {
            decision.accept(publication, answer);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            throw Refusal.invalid(INPUT, publication.describe() + ": " + refusal.getMessage());
        }
    }
}
