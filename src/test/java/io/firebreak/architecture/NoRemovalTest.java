package io.firebreak.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.firebreak.publishing.channel.Channel;
import jakarta.mail.Flags;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * What was published is never taken away: there is no call to any network that could. A mistake is put right in public,
 * and where the law forces more, people do it by hand.
 */
class NoRemovalTest {

    private static final JavaClasses FIREBREAK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firebreak");

    private static final String CHANNELS = "io.firebreak.publishing..";

    /** How the networks call it: their addresses, their parameters, and the states in which nobody sees a post. */
    private static final Pattern NAMES_A_REMOVAL = Pattern.compile(
            "(?i).*(deleteRecord|applyWrites|deleteAccount|deactivateAccount|unpublish|expunge).*|.*[/_](delete|destroy|trash|purge)\\b.*"
                    + "|delete|trash|force|private|force=true|_method");

    private static final Pattern IS_A_REMOVAL =
            Pattern.compile("(?i)(delete|destroy|trash|purge|unpublish|withdraw|retract|expunge|takeDown).*");

    @Test
    void shouldCallNoNetworkWithDelete() {
        noClasses()
                .should()
                .accessFieldWhere(describe("it is HttpMethod.DELETE", NoRemovalTest::isDelete))
                .orShould()
                .callMethodWhere(describe("it is a client's delete()", NoRemovalTest::isDeleteOfClient))
                .because("nothing that Firebreak published is ever taken away")
                .check(FIREBREAK);
    }

    private static boolean isDelete(JavaFieldAccess access) {
        return access.getTarget().getName().equals("DELETE")
                && (access.getTargetOwner().isEquivalentTo(HttpMethod.class)
                        || access.getTargetOwner().getSimpleName().equals("RequestMethod"));
    }

    private static boolean isDeleteOfClient(JavaMethodCall call) {
        AccessTarget.MethodCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        boolean client = owner.getPackageName().startsWith("org.springframework.web.client")
                || owner.getPackageName().startsWith("org.springframework.web.reactive")
                || owner.isAssignableTo(HttpRequest.Builder.class);
        return client && target.getName().equalsIgnoreCase("delete");
    }

    /** A method whose name comes from outside could be any. */
    @Test
    void shouldNameEachMethodOfACallInTheCode() {
        noClasses()
                .that()
                .resideInAPackage(CHANNELS)
                .should()
                .callMethod(HttpMethod.class, "valueOf", String.class)
                .orShould()
                .callMethod(HttpRequest.Builder.class, "method", String.class, HttpRequest.BodyPublisher.class)
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are the JDK's older client",
                        type -> type.getName().equals("java.net.HttpURLConnection")
                                || type.getName().equals("java.net.URLConnection")))
                .because("a method that is not in the code could be DELETE")
                .check(FIREBREAK);
    }

    @Test
    void shouldOfferNoWayToRemoveWhatIsPublic() {
        methods()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are channels or what they call",
                        type -> type.isAssignableTo(Channel.class)
                                || type.getPackageName().startsWith(Channel.class.getPackageName())))
                .should()
                .haveNameNotMatching(IS_A_REMOVAL.pattern())
                .because("a channel publishes, answers and puts right, and no more")
                .check(FIREBREAK);
    }

    /** A mailbox is looked at, and nothing in it is marked as deleted. */
    @Test
    void shouldMarkNoMailAsDeleted() {
        noClasses()
                .should()
                .accessField(Flags.Flag.class, "DELETED")
                .because("a mail that was sent stays where it is found")
                .check(FIREBREAK);
    }

    @Test
    void shouldKnowNoNameByWhichANetworkRemoves() {
        // when
        Set<String> found = new TreeSet<>();
        FIREBREAK.stream()
                .filter(type -> type.getPackageName().startsWith("io.firebreak.publishing"))
                .forEach(type -> ConstantTexts.of(type.getName()).stream()
                        .filter(text -> NAMES_A_REMOVAL.matcher(text).matches())
                        .forEach(text -> found.add(type.getSimpleName() + ": " + text)));

        // then
        assertThat(found).isEmpty();
    }
}
