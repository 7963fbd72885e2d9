package io.firebreak.engine.deploy;

import io.firebreak.engine.guard.ProcessBeans;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Whether an expression of a diagram stays within what diagrams may do: look at variables, compare them, call a method
 * of a bean that is offered to diagrams. The engine's expression language could call any method of any object; an
 * expression that does is refused before it is ever evaluated.
 */
@Component
class ExpressionCheck {

    private static final Pattern WHOLE = Pattern.compile("[$#]\\{([^{}]*)}");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*('[^'\\\\]*'|\"[^\"\\\\]*\"|\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|[=!<>]=|&&|\\|\\||[!<>().,?:])");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> FUNCTIONS = Set.of("now", "dateTime");

    private final ProcessBeans beans;

    ExpressionCheck(ProcessBeans beans) {
        this.beans = beans;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with the expression, in a sentence; empty when nothing is. */
    Optional<String> problemOf(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return Optional.of("\"%s\" must be one expression and nothing else.".formatted(text.strip()));
        }
        return Optional.ofNullable(problemIn(new Tokens(whole.group(1)), text.strip()));
    }

    /** The bean that the expression names, when it is nothing but its name. */
    Optional<Class<?>> beanOf(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        return whole.matches() && beans.names().contains(whole.group(1).strip())
                ? Optional.of(beans.typeOf(whole.group(1).strip()))
                : Optional.empty();
    }

    private String problemIn(Tokens tokens, String text) {
        while (tokens.next()) {
            if (tokens.is(".")) {
                return "\"%s\" looks into a value; only methods of %s can be called."
                        .formatted(text, String.join(", ", beans.names()));
            }
            if (tokens.isName()) {
                String problem = problemOfName(tokens, text);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return tokens.atEnd() ? null : "\"%s\" is not understood at \"%s\".".formatted(text, tokens.rest());
    }

    private String problemOfName(Tokens tokens, String text) {
        String name = tokens.current();
        if (tokens.nextIs("(")) {
            return FUNCTIONS.contains(name) ? null : "\"%s\" calls %s, which does not exist.".formatted(text, name);
        }
        if (!tokens.nextIs(".")) {
            return null;
        }
        if (!beans.names().contains(name)) {
            return "\"%s\" calls %s, but only these can be called: %s."
                    .formatted(text, name, String.join(", ", beans.names()));
        }
        tokens.next();
        tokens.next();
        String method = tokens.current();
        if (!NAME.matcher(method).matches() || !tokens.nextIs("(") || !offers(name, method)) {
            return "\"%s\" calls %s.%s, which does not exist.".formatted(text, name, method);
        }
        return null;
    }

    private boolean offers(String bean, String method) {
        return Arrays.stream(beans.typeOf(bean).getMethods())
                .filter(offered -> offered.getDeclaringClass() != Object.class)
                .filter(offered -> !Modifier.isStatic(offered.getModifiers()))
                .anyMatch(offered -> offered.getName().equals(method));
    }

    /** The expression piece by piece. */
    private static final class Tokens {
        private final String text;
        private final Matcher matcher;
        private String current = "";
        private int position;

        Tokens(String text) {
            this.text = text;
            this.matcher = TOKEN.matcher(text);
        }

        boolean next() {
            matcher.region(position, text.length());
            if (!matcher.lookingAt()) {
                current = "";
                return false;
            }
            current = matcher.group(1);
            position = matcher.end();
            return true;
        }

        String current() {
            return current;
        }

        boolean is(String token) {
            return current.equals(token);
        }

        boolean isName() {
            return NAME.matcher(current).matches();
        }

        boolean nextIs(String token) {
            matcher.region(position, text.length());
            return matcher.lookingAt() && matcher.group(1).equals(token);
        }

        boolean atEnd() {
            return text.substring(position).isBlank();
        }

        String rest() {
            return text.substring(position).strip();
        }
    }
}
