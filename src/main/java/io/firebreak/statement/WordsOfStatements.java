package io.firebreak.statement;

import io.firebreak.access.Role;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.engine.Staff;
import io.firebreak.wording.CaseWords;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What statements know of a case: its posture, its apologies, what they said, and who speaks for the house. */
@Component
class WordsOfStatements implements CaseWords {

    private final Cases cases;
    private final Postures postures;
    private final Statements statements;
    private final Staff staff;

    WordsOfStatements(Cases cases, Postures postures, Statements statements, Staff staff) {
        this.cases = cases;
        this.postures = postures;
        this.statements = statements;
        this.staff = staff;
    }

    @Override
    public Known of(String caseReference, Purpose purpose) {
        cases.get(CaseReference.parse(caseReference));
        return new Known(
                purpose == Purpose.REPLY || purpose == Purpose.EXPLANATION ? null : posture(caseReference, purpose),
                apologies(caseReference, purpose),
                texts(caseReference, purpose),
                speakers(),
                Set.of());
    }

    private String posture(String caseReference, Purpose purpose) {
        return purpose == Purpose.HOLDING
                ? Posture.HOLD.name()
                : postures.of(caseReference)
                        .map(taken -> taken.posture().name())
                        .orElse(null);
    }

    /** A translation says what was said before, and counts as one with it. */
    private int apologies(String caseReference, Purpose purpose) {
        return purpose == Purpose.TRANSLATION ? 0 : (int) statements.approvedApologies(caseReference);
    }

    /** A further version of a text may be like the one before; another text of the case must not. */
    private List<String> texts(String caseReference, Purpose purpose) {
        if (purpose == Purpose.EXPLANATION) {
            return List.of();
        }
        return statements.allVersionsOf(caseReference).stream()
                .filter(StatementVersion::isApproved)
                .filter(version -> version.kind() == StatementKind.HOLDING
                        || version.kind() == StatementKind.STATEMENT && purpose == Purpose.REPLY)
                .map(version -> version.text().body())
                .toList();
    }

    private Set<String> speakers() {
        List<String> ids = Stream.of(Role.SPOKESPERSON, Role.MANAGEMENT)
                .flatMap(role -> staff.membersOf(role.groupId()).stream())
                .distinct()
                .toList();
        return staff.find(ids).stream().map(Staff.Member::name).collect(Collectors.toSet());
    }
}
