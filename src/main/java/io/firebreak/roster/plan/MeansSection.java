package io.firebreak.roster.plan;

import io.firebreak.notification.Means;
import io.firebreak.notification.Webhook;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code means} of a person: by what they are told, in which order. */
final class MeansSection {

    private static final Duration LATEST = Duration.ofDays(1);

    /** What a person has who names none. */
    private static final List<Means> USUAL =
            List.of(new Means(Means.Kind.TASKLIST, null, null, null), new Means(Means.Kind.EMAIL, null, null, null));

    private static final String FORMS =
            "Write tasklist, email, email: with another address, or webhook: with the name of a webhook.";

    private final Names names;
    private final Map<String, Webhook> webhooks;

    MeansSection(Names names, Map<String, Webhook> webhooks) {
        this.names = names;
        this.webhooks = webhooks;
    }

    /**
     * @param person where the person stands
     * @param hasMail whether the engine knows a mail address of theirs
     */
    List<Means> read(Optional<Place> place, Place person, boolean hasMail) {
        if (place.isEmpty()) {
            if (!hasMail) {
                noMail(person);
            }
            return USUAL;
        }
        List<Means> read = new ArrayList<>();
        for (Place item : place.get().items()) {
            (item.isMapping() ? detailed(item, hasMail) : plain(item, hasMail)).ifPresent(means -> {
                if (read.contains(means)) {
                    item.mistake("This means is here twice.", "Leave one of the two out.");
                }
                read.add(means);
            });
        }
        if (place.get().isEmptyList()) {
            place.get().mistake("There is no means to reach this person.", FORMS);
        }
        return List.copyOf(read);
    }

    private Optional<Means> plain(Place item, boolean hasMail) {
        return item.text().flatMap(word -> {
            if (word.equals("tasklist")) {
                return Optional.of(new Means(Means.Kind.TASKLIST, null, null, null));
            }
            if (word.equals("email")) {
                return mail(item, null, null, hasMail);
            }
            item.mistake("%s is no means.".formatted(WrongValue.shown(word)), FORMS);
            return Optional.empty();
        });
    }

    private Optional<Means> detailed(Place item, boolean hasMail) {
        Fields fields = item.fields(Shape.MEANS);
        Duration after =
                fields.read("after", Durations.between(Duration.ZERO, LATEST)).orElse(null);
        Optional<Place> email = fields.at("email");
        Optional<Place> webhook = fields.at("webhook");
        if (email.isPresent() == webhook.isPresent()) {
            item.mistake("A means is either email or webhook.", FORMS);
            return Optional.empty();
        }
        if (webhook.isPresent()) {
            String address = fields.text("address").orElse(null);
            return webhook.get()
                    .read(Values.reference("webhook", names.webhooks()))
                    .map(name -> new Means(Means.Kind.WEBHOOK, address, webhooks.get(name), after));
        }
        fields.at("address")
                .ifPresent(place -> place.mistake(
                        "address belongs to a webhook.", "Write a mail address behind email: and leave address out."));
        return email.get().isBlank()
                ? mail(item, null, after, hasMail)
                : email.get().read(MeansSection::mailAddress).map(own -> means(own, after));
    }

    private static Optional<Means> mail(Place item, String address, Duration after, boolean hasMail) {
        if (!hasMail) {
            noMail(item);
        }
        return Optional.of(means(address, after));
    }

    private static Means means(String address, Duration after) {
        return new Means(Means.Kind.EMAIL, address, null, after);
    }

    private static void noMail(Place place) {
        place.mistake(
                "Camunda knows no mail address of this person.",
                "Add it to the user in Camunda Admin, or write it here behind email:.");
    }

    private static String mailAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (address.getPersonal() == null && text.equals(address.getAddress()) && text.contains("@")) {
                return text;
            }
        } catch (AddressException malformed) {
            // the sentence below says what to do
        }
        throw new WrongValue(
                "%s is no mail address.".formatted(WrongValue.shown(text)),
                "Write it as anna@example.org, without a name.");
    }
}
