package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether Tasklist, which loads one script, gets all that the forms need. */
class FormScriptsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/plugin-webapp/firebreak/app");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export|\\})[^;']*'\\./([\\w-]+\\.js)'");

    @Test
    void shouldReachEveryScriptFromTheOneThatTasklistLoads() throws IOException {
        assertThat(reachedFrom("plugin.js")).containsExactlyInAnyOrderElementsOf(scripts());
    }

    @Test
    void shouldLoadEveryStyle() throws IOException {
        // Tasklist brings the one that has the name of the plug-in's script
        assertThat(Files.readString(SCRIPTS.resolve("style.js"))).contains("./statement.css");
        assertThat(named(".css")).containsExactlyInAnyOrder("plugin.css", "statement.css");
    }

    private static Set<String> reachedFrom(String first) throws IOException {
        Set<String> reached = new TreeSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            IMPORT.matcher(Files.readString(SCRIPTS.resolve(open.pop())))
                    .results()
                    .map(found -> found.group(1))
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    private static List<String> scripts() throws IOException {
        return named(".js");
    }

    private static List<String> named(String end) throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .toList();
        }
    }
}
