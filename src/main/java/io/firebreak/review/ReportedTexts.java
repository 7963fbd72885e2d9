package io.firebreak.review;

import io.firebreak.access.Role;
import io.firebreak.review.ImpactReport.Said;
import io.firebreak.review.ImpactReport.Text;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Vote;

/** The texts of a case in its impact report: who wrote them and who said what to them. */
final class ReportedTexts {

    private ReportedTexts() {}

    static Text of(StatementVersion version) {
        StatementVersion.Decision decision = version.decision();
        return new Text(
                nameOf(version),
                version.number(),
                version.text().language(),
                version.text().title(),
                version.text().apology(),
                version.text().correctionNote(),
                version.writtenBy(),
                version.writtenAt(),
                version.authors().stream().sorted().toList(),
                decision == null ? null : decision.approved(),
                decision == null ? null : decision.decidedBy(),
                decision == null ? null : decision.decidedAt(),
                decision == null ? null : decision.comments(),
                version.voided(),
                version.agreement().votes().stream().map(ReportedTexts::said).toList());
    }

    private static Said said(Vote vote) {
        Vote.Review review = vote.review();
        return new Said(
                Role.ofGroup(vote.role()).map(Role::title).orElse(vote.role()),
                vote.votedBy(),
                vote.votedAt(),
                vote.agreed(),
                vote.alone(),
                vote.comments(),
                review == null ? null : review.justified(),
                review == null ? null : review.words(),
                review == null ? null : review.lesson(),
                review == null ? null : review.reviewedBy());
    }

    static String nameOf(StatementVersion version) {
        return switch (version.kind()) {
            case STATEMENT -> "Statement";
            case HOLDING -> "Holding statement";
            case TRANSLATION -> "Translation";
        };
    }
}
