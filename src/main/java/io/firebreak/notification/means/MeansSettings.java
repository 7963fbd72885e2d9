package io.firebreak.notification.means;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What all means keep to.
 *
 * @param attemptTimeout how long one attempt may take in all
 * @param secrets by their names
 */
public record MeansSettings(Duration attemptTimeout, Map<String, String> secrets) {

    public MeansSettings {
        secrets = secrets.entrySet().stream()
                .collect(Collectors.toMap(
                        secret -> plain(secret.getKey()),
                        secret -> secret.getValue().strip(),
                        (first, second) -> first));
    }

    /** The secret of this name. In environment variables names have no hyphens and no small letters; neither counts. */
    Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(plain(name))).filter(secret -> !secret.isEmpty());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "attempts of " + attemptTimeout;
    }
}
