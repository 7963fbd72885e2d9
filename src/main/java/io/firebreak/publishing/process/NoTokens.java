package io.firebreak.publishing.process;

import io.firebreak.publishing.*;
import org.springframework.stereotype.Component;

/** temporary */
@Component
class NoTokens implements PublicationProcess {
    public void follow(String caseReference) {}

    public void followAll() {}

    public void reportDrift(Publication publication) {}
}
