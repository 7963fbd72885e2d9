package io.firebreak.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What keeps people from using our parts of a page with a screen reader, a keyboard or weak eyes, as axe-core finds it. */
final class Accessibility {

    private static final Set<String> GRAVE = Set.of("moderate", "serious", "critical");

    private Accessibility() {}

    /**
     * What is grave, a sentence each; Tasklist's own frame around our parts is not looked at.
     *
     * @param part a selector of what is ours
     */
    static List<String> problemsOf(Page page, String part) {
        return new AxeBuilder(page)
                .include(part).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream().map(node -> inWords(rule, node)))
                        .toList();
    }

    private static String inWords(Rule rule, CheckedNode node) {
        return "%s (%s, %s): %s".formatted(rule.getHelp(), rule.getId(), rule.getImpact(), node.getHtml());
    }
}
