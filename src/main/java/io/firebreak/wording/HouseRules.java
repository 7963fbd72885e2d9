package io.firebreak.wording;

import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Looks at a text by the house rules. It says the same about the same text each time, reads nothing but what is handed
 * to it, and takes a moment for the longest text.
 */
@Service
public class HouseRules {

    /**
     * @param findings what the text does not hold to, in the order in which a reader meets it
     * @param parts which of the five parts it holds, and which its purpose and posture ask for
     */
    public record Judgement(List<Finding> findings, TextParts parts) {

        public Judgement {
            findings = List.copyOf(findings);
        }
    }

    private final RuleBook book;

    /**
     * @param ownFolder where the house's own rules are, which add to those that come along; blank for none
     */
    HouseRules(@Value("${firebreak.house-rules:}") String ownFolder) {
        this.book = RuleFiles.read(ownFolder.isBlank() ? null : Path.of(ownFolder));
    }

    /** What the text does not hold to, and which of the five parts it holds. */
    public Judgement judge(Wording wording) {
        Vocabulary vocabulary = book.vocabularies().get(ReadText.languageOf(wording));
        ReadText text = ReadText.of(wording, vocabulary);
        Said said = new Said(text, vocabulary);
        return new Judgement(findings(text, vocabulary, said), TextParts.of(text, book, said));
    }

    /** What the text does not hold to, in the order in which a reader meets it; empty when it holds to all rules. */
    public List<Finding> check(Wording wording) {
        Vocabulary vocabulary = book.vocabularies().get(ReadText.languageOf(wording));
        ReadText text = ReadText.of(wording, vocabulary);
        return findings(text, vocabulary, new Said(text, vocabulary));
    }

    private List<Finding> findings(ReadText text, Vocabulary vocabulary, Said said) {
        Found found = new Found(book, text);
        BlankCheck.check(text, book, found);
        CopyCheck.check(text, book, found);
        NameCheck.check(text, vocabulary, found);
        ShoutingCheck.check(text, vocabulary, found);
        PartCheck.checkApology(text, book, said, found);
        if (vocabulary == null) {
            found.add(Rule.UNCHECKED, null);
        } else {
            PhraseCheck.check(text, vocabulary, found);
            PartCheck.check(text, book, said, found);
        }
        return found.sorted();
    }
}
