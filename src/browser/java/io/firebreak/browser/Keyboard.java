package io.firebreak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The keyboard of a person who has no mouse: nothing but keys reaches the page. It sees to it that whoever follows the focus
 * with their eyes finds it at each step within our parts.
 */
final class Keyboard {

    /** More than the longest form has controls. */
    private static final int MOST_STEPS = 250;

    /** What is wrong with what is focused, or with what was before; nothing outside of our parts is looked at. */
    private static final String LOOK =
            """
            () => {
              const look = element => {
                const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
                return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow].join();
              };
              const words = element => element.outerHTML.slice(0, 120);
              const problems = [];
              const before = window.focusedBefore;
              const now = document.activeElement;
              if (before && before.element !== now && before.element.isConnected && look(before.element) === before.look) {
                problems.push('looks the same with and without the focus: ' + words(before.element));
              }
              const isOurs = now.closest('.firebreak, .firebreak-outcome') !== null;
              window.focusedBefore = isOurs ? { element: now, look: look(now) } : null;
              const { width, height, bottom, top } = now.getBoundingClientRect();
              if (isOurs && (width === 0 || height === 0 || bottom <= 0 || top >= window.innerHeight)) {
                problems.push('is focused out of sight: ' + words(now));
              }
              return problems.join();
            }
            """;

    private static final String WHERE = "() => document.activeElement.outerHTML.slice(0, 200)";

    private final Page page;

    Keyboard(Person person) {
        this.page = person.page();
        // the browser leaves its dialogue to a listener only some moments after there is one
        page.onFileChooser(chooser -> {});
    }

    /** Presses Tab until this has the focus. */
    void tabTo(Locator target) {
        walk("Tab", target);
    }

    /** The other way. */
    void tabBackTo(Locator target) {
        walk("Shift+Tab", target);
    }

    private void walk(String key, Locator target) {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            if (isFocused(target)) {
                return;
            }
            press(key);
        }
        throw new AssertionError(target + " is not reached by " + key + "; by now the focus is on " + where());
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    void press(String key) {
        page.keyboard().press(key);
        assertThat(page.evaluate(LOOK)).as("what has the focus").isEqualTo("");
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Types over what stands in the field. */
    void typeAnew(String text) {
        page.keyboard().press("Control+a");
        type(text);
    }

    /** Takes an answer among radio buttons of which none is chosen, or another one below. */
    void choose(Locator first, Locator wanted) {
        tabTo(first);
        press("Space");
        for (int steps = 0; steps < MOST_STEPS && !isFocused(wanted); steps++) {
            press("ArrowDown");
        }
        PlaywrightAssertions.assertThat(wanted).isChecked();
    }

    /** Opens the browser's own dialogue at the field that has the focus. */
    FileChooser chooseFile() {
        return page.waitForFileChooser(() -> page.keyboard().press("Space"));
    }

    /** What somebody does must not throw them back to the top of the page. */
    void assertFocusWithin(Locator part) {
        page.waitForCondition(() -> (boolean) part.evaluate("element => element.contains(document.activeElement)"));
    }

    private Object where() {
        return page.evaluate(WHERE);
    }
}
