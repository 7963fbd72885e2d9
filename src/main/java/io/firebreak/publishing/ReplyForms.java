package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.mention.Post;
import io.firebreak.publishing.ReplyRoutes.Route;
import io.firebreak.publishing.channel.Part;
import io.firebreak.reply.ReplyText;
import io.firebreak.reply.ThreadReplies;
import io.firebreak.reply.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows people how a reply looks where it goes, by what sends it later. Nothing is kept, and nobody is asked. */
@Service
public class ReplyForms {

    private final ReplyRoutes routes;
    private final ThreadReplies threads;
    private final Cases cases;

    ReplyForms(ReplyRoutes routes, ThreadReplies threads, Cases cases) {
        this.routes = routes;
        this.threads = threads;
        this.cases = cases;
    }

    /**
     * The form that the text would have if it went out now.
     *
     * @return of the account that sends it; where the text does not fit into one post there, a person brings it, and the
     *     parts are the posts into which it falls, or the whole text where it can't be cut; where no account of ours can
     *     send it, {@code channel} is empty and the one part is the text
     */
    @Transactional(readOnly = true)
    public ChannelForm of(CaseReference reference, ReplyText text) {
        return route(reference, text).map(route -> form(route, text)).orElseGet(() -> ChannelForms.byHand(text.text()));
    }

    private Optional<Route> route(CaseReference reference, ReplyText text) {
        if (text.way() != Way.THREAD) {
            return Optional.empty();
        }
        String language = cases.get(reference).report().language();
        List<Route> all = threads.answered(reference).stream()
                .flatMap(answered -> routesBelow(answered, language, text))
                .toList();
        return all.stream().filter(Route::isOpen).findFirst().or(() -> all.stream()
                .findFirst());
    }

    private Stream<Route> routesBelow(Post answered, String language, ReplyText text) {
        return routes.of(answered, language, ChannelForms.NOT_YET, text.text());
    }

    private static ChannelForm form(Route route, ReplyText text) {
        List<Part> parts = route.parts().isEmpty() ? List.of(Part.of(text.text())) : route.parts();
        return ChannelForms.form(route.account(), !route.isOpen(), route.problems(), parts);
    }
}
