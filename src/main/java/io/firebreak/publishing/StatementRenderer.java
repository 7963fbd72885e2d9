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
        refuseWhatDoesNotFit(message);
        List<Rendering> renderings = new ArrayList<>();
        for (ChannelAccount account : accounts.all()) {
            List<Part> parts = account.channel().render(message);
            for (int index = 0; index < parts.size(); index++) {
                Part part = parts.get(index);
                renderings.add(new Rendering(account.name(), index + 1, part.text(), part.payload(), part.pictures()));
            }
        }
        return renderings;
    }

    private void refuseWhatDoesNotFit(Message message) {
        List<Problem> problems = new ArrayList<>();
        for (ChannelAccount account : accounts.all()) {
            for (String problem : account.channel().validate(message)) {
                problems.add(new Problem("body", account.label() + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
