package io.firebreak.statement;

import java.util.List;
import java.util.UUID;

/** Gives a text the form of every channel on which it would be published. */
public interface Renderer {

    /**
     * @param pictures the files of the text's pictures, in their order
     * @throws io.firebreak.rule.Refusal that names each channel on which the text does not fit, and why
     */
    List<Rendering> render(UUID statementId, UUID versionId, StatementText text, List<PictureFile> pictures);
}
