package support;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shape of the house: features depend in one direction, layers too, and the walk leads to rooms that are there. */
class HouseTest {
    /** Each feature may use those before it. What all share, the demo and the tools of tests stand beside the order. */
    private static final List<String> ORDER = List.of(
            "query",
            "calendar",
            "sla",
            "audit",
            "scan",
            "people",
            "access",
            "organisation",
            "catalog",
            "licence",
            "behalf",
            "coverage",
            "topic",
            "partner",
            "team",
            "ticket",
            "macro",
            "bulk",
            "automation",
            "live",
            "promotion",
            "material",
            "training",
            "publishing",
            "mail",
            "api",
            "privacy",
            "report",
            "evidence",
            "space");

    private static final Set<String> BESIDE = Set.of("site", "demo", "database", "testing", "command");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("support");

    private static DescribedPredicate<JavaClass> feature(String name) {
        return resideInAPackage("support." + name + "..");
    }

    @Test
    void the_order_names_every_feature_and_no_other() {
        Set<String> features = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("support."))
                .map(name -> name.split("\\.", -1)[1])
                .filter(name -> !BESIDE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(features).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void a_feature_knows_only_those_before_it() {
        for (int i = 0; i < ORDER.size(); i++) {
            for (String later : ORDER.subList(i + 1, ORDER.size())) {
                noClasses()
                        .that(feature(ORDER.get(i)))
                        .should()
                        .dependOnClassesThat(feature(later))
                        .because("features depend in one direction")
                        .check(HOUSE);
            }
        }
    }

    @Test
    void the_rules_know_only_the_jdk_and_a_library_of_holidays() {
        List<String> rules = ORDER.stream().map(name -> "support." + name).toList();
        classes()
                .that()
                .resideInAnyPackage(rules.toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.."))
                        .or(resideInAPackage("de.focus_shift.."))
                        .or(DescribedPredicate.describe("other rules", type -> rules.contains(type.getPackageName()))))
                .because("the rules must be testable in milliseconds")
                .check(HOUSE);
    }

    @Test
    void only_the_edges_ask_what_time_it_is() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ClockConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("time is an argument, and tests set the clock")
                .check(HOUSE);
    }

    @Test
    void the_walk_leads_to_rooms_that_are_there() throws IOException {
        Path docs = Path.of("..", "docs");
        Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(docs.resolve("walk.md")));
        int links = 0;
        while (link.find()) {
            assertThat(docs.resolve(link.group(1))).exists();
            links++;
        }
        assertThat(links).isGreaterThan(15);
    }
}
