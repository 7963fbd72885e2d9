package io.firebreak.author;

import io.firebreak.crisis.CaseReference;
import io.firebreak.wording.CaseWords;
import io.firebreak.wording.Wording.Purpose;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever was looked at as the author of a case is not named in what we say about it. */
@Component
class NamesOfAuthors implements CaseWords {

    private final Findings findings;

    NamesOfAuthors(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Known of(String caseReference, Purpose purpose) {
        return findings.of(CaseReference.parse(caseReference))
                .map(found -> Known.names(Set.of(found.check().handle())))
                .orElse(Known.NOTHING);
    }
}
