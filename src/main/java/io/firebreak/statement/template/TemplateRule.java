package io.firebreak.statement.template;

import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.HandInRule;
import io.firebreak.statement.HoldingWords;
import io.firebreak.statement.StatementKind;
import io.firebreak.statement.StatementPicture;
import io.firebreak.statement.StatementText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A template is never sent as it is: neither with blanks, nor with the blanks taken out and nothing put in. */
@Component
class TemplateRule implements HandInRule {

    private final StatementTemplates templates;

    TemplateRule(StatementTemplates templates) {
        this.templates = templates;
    }

    @Override
    public void check(StatementKind kind, StatementText text, HoldingWords holding) {
        Problems problems = new Problems();
        problems.collect(() -> withoutBlanks("title", text.title()));
        problems.collect(() -> withoutBlanks("correctionNote", text.correctionNote()));
        text.pictures().stream()
                .map(StatementPicture::altText)
                .forEach(words -> problems.collect(() -> withoutBlanks("pictures", words)));
        if (holding == null) {
            problems.collect(() -> ownWords("body", text.body()));
        } else {
            problems.collect(() -> ownWords("knownFacts", holding.knownFacts()));
            problems.collect(() -> ownWords("beingChecked", holding.beingChecked()));
        }
        problems.refuseIfAny();
    }

    private String ownWords(String field, String words) {
        withoutBlanks(field, words);
        String said = Blanks.wordsWithout(words);
        templates.all().stream()
                .filter(template -> Stream.of(template.body(), template.known(), template.checked())
                        .filter(Objects::nonNull)
                        .map(Blanks::wordsWithout)
                        .anyMatch(said::equals))
                .findFirst()
                .ifPresent(template -> {
                    throw Refusal.invalid(
                            field,
                            "This is the template “%s” with nothing in its blanks; please say what happened in your own words."
                                    .formatted(template.name()));
                });
        return words;
    }

    private static String withoutBlanks(String field, String words) {
        List<String> blanks = Blanks.in(words);
        if (!blanks.isEmpty()) {
            String left = blanks.size() == 1
                    ? "There is a blank left: %s; please fill it in."
                    : "There are blanks left: %s; please fill them in.";
            throw Refusal.invalid(
                    field,
                    left.formatted(String.join(", ", blanks))
                            + " Words in square brackets are always taken for a blank; if they are meant, please write round ones.");
        }
        return words;
    }
}
