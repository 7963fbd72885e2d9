package io.firebreak.wording;

import io.firebreak.wording.CaseWords.Known;
import io.firebreak.wording.Wording.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what has to be known about a case to check a text of it. */
@Service
public class CaseWordings {

    private final List<CaseWords> parts;

    CaseWordings(List<CaseWords> parts) {
        this.parts = parts;
    }

    /**
     * A text of a case.
     *
     * @param title null where the text has none
     * @param apology whether its author says that it apologises in public
     * @throws io.firebreak.rule.Refusal when there is no such case
     */
    @Transactional(readOnly = true)
    public Wording of(
            String caseReference, Purpose purpose, String language, String title, String body, boolean apology) {
        return completed(
                caseReference,
                new Wording(purpose, null, language, title, body, apology, 0, List.of(), Set.of(), Set.of()));
    }

    /** The same text with what the case adds; a posture that it names itself stays. */
    @Transactional(readOnly = true)
    public Wording completed(String caseReference, Wording text) {
        List<Known> known = parts.stream()
                .map(part -> part.of(caseReference, text.purpose()))
                .toList();
        String posture = known.stream()
                .map(Known::posture)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Wording(
                text.purpose(),
                text.posture() == null ? posture : text.posture(),
                text.language(),
                text.title(),
                text.body(),
                text.apology(),
                text.apologiesBefore()
                        + known.stream().mapToInt(Known::apologies).sum(),
                both(text.earlierTexts(), known, part -> part.texts()),
                Set.copyOf(both(text.mayBeNamed(), known, part -> part.mayBeNamed())),
                Set.copyOf(both(text.mustNotBeNamed(), known, part -> part.mustNotBeNamed())));
    }

    private static List<String> both(
            Collection<String> own, List<Known> known, Function<Known, Collection<String>> more) {
        return Stream.concat(own.stream(), known.stream().map(more).flatMap(Collection::stream))
                .distinct()
                .toList();
    }
}
