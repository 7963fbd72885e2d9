package io.firebreak.publishing;

import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Part;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.Refusal.Problem;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Renderer;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives a text its form on every account, so that its approver sees what goes out where. */
@Component
class StatementRenderer implements Renderer {

    private final Accounts accounts;

    StatementRenderer(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Rendering> render(UUID statementId, UUID versionId, StatementText text, List<PictureFile> pictures) {
        Message message = Messages.of(statementId, versionId, text, pictures);
        List<ChannelAccount> takers = takersOf(text.language());
        refuseWhatDoesNotFit(message, takers);
        List<Rendering> renderings = new ArrayList<>();
        for (ChannelAccount account : takers) {
            List<Part> parts = account.channel().render(message);
            for (int index = 0; index < parts.size(); index++) {
                Part part = parts.get(index);
                renderings.add(new Rendering(account.name(), index + 1, part.text(), part.payload(), part.pictures()));
            }
        }
        return renderings;
    }

    /** What reaches nobody is not worth anybody's approval. */
    List<ChannelAccount> takersOf(String language) {
        List<ChannelAccount> takers = accounts.all().stream()
                .filter(account -> account.takes(language))
                .toList();
        boolean somePublic = accounts.all().stream().anyMatch(account -> account.audience() == Audience.PUBLIC);
        if (somePublic && takers.stream().noneMatch(account -> account.audience() == Audience.PUBLIC)) {
            throw Refusal.invalid(
                    "language",
                    "No public channel takes texts in this language (%s); please write in another one."
                            .formatted(language));
        }
        return takers;
    }

    private static void refuseWhatDoesNotFit(Message message, List<ChannelAccount> takers) {
        List<Problem> problems = new ArrayList<>();
        for (ChannelAccount account : takers) {
            for (String problem : account.channel().validate(message)) {
                problems.add(new Problem("body", account.label() + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
