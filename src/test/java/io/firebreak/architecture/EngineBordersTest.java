package io.firebreak.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.firebreak.engine.ProcessBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the engine's classes may be known. The move to its successor stays mechanical as long as these hold. */
class EngineBordersTest {

    private static final JavaClasses FIREBREAK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firebreak");

    @Test
    void shouldKnowTheEngineOnlyInEngineAndProcessPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.firebreak.engine..", "io.firebreak..process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda.bpm.engine..", "org.camunda.bpm.dmn..", "org.camunda.bpm.model..")
                .because("a feature that does not know the engine can be read and tested without it")
                .check(FIREBREAK);
    }

    @Test
    void shouldKnowTheEnginesInsideOnlyInTheEnginePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.firebreak.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda.bpm.engine.impl..")
                .because("what is not the engine's public interface changes without notice")
                .check(FIREBREAK);
    }

    @Test
    void shouldOfferEachDelegateToDiagramsByName() {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .or()
                .implement(ExecutionListener.class)
                .should()
                .beAnnotatedWith(ProcessBean.class)
                .because("diagrams reach no other bean")
                .check(FIREBREAK);
    }

    @Test
    void shouldNotLetTheEngineKnowAFeature() {
        noClasses()
                .that()
                .resideInAPackage("io.firebreak.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.firebreak.crisis..",
                        "io.firebreak.mention..",
                        "io.firebreak.evidence..",
                        "io.firebreak.author..",
                        "io.firebreak.reply..",
                        "io.firebreak.roster..",
                        "io.firebreak.statement..",
                        "io.firebreak.publishing..",
                        "io.firebreak.newsroom..",
                        "io.firebreak.takedown..",
                        "io.firebreak.reaction..",
                        "io.firebreak.review..",
                        "io.firebreak.notification..",
                        "io.firebreak.escalation..",
                        "io.firebreak.webapp..")
                .because("features know the engine's package, and it knows none of them")
                .check(FIREBREAK);
    }

    @Test
    void shouldInjectByConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("what a class needs stands in its constructor")
                .check(FIREBREAK);
    }

    @Test
    void shouldTakeTheTimeFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("every deadline can be tested only if time can be set")
                .check(FIREBREAK);
    }
}
