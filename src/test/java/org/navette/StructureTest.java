package org.navette;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("The house")
class StructureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.navette");

    @Test
    @DisplayName("modules depend on each other only as written in their package-info")
    void modules() {
        ApplicationModules.of(Navette.class).verify();
    }

    @Test
    @DisplayName("only engine, process packages and the local demonstration know Camunda")
    void camundaStaysInItsPlace() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("org.navette.engine..", "org.navette..process..", "org.navette.local..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("no package is named service, dto, impl or util")
    void names() {
        ArchRuleDefinition.noClasses()
                .should()
                .resideInAnyPackage("..service..", "..dto..", "..impl..", "..util..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("COMM-15 nothing needs what the production jar leaves out")
    void localIsOptional() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.navette.local..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.navette.local..", "io.zonky..", "com.icegreen..")
                .check(CLASSES);
    }
}
