package org.navette;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.navette.accounts.QuickPasswords;
import org.navette.engine.TrialStart;
import org.navette.funding.AccountChangeWorld;
import org.navette.funding.AgencyDesk;
import org.navette.funding.FundingWorld;
import org.navette.funding.ImportWorld;
import org.navette.funding.ModificationWorld;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.SupportWorld;
import org.navette.funding.TemplateWorld;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.OfficerWorld;
import org.navette.privacy.process.PersonWorld;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.providers.BulkDesk;
import org.navette.providers.CareDesk;
import org.navette.providers.CareWorld;
import org.navette.providers.CnssAgency;
import org.navette.providers.ManyFiles;
import org.navette.providers.ProviderWorld;
import org.navette.retention.Nights;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a random port with a real PostgreSQL, made once for all test classes. The job executor is
 * off: tests run jobs themselves and move time by the engine's clock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"local", "test"})
@Import({
    TestDatabase.class,
    QuickPasswords.class,
    PartnerWorld.class,
    ProcedureWorld.class,
    ServiceWorld.class,
    PayingAgency.class,
    AgencyDesk.class,
    FundingWorld.class,
    ImportWorld.class,
    MoneyWorld.class,
    AccountChangeWorld.class,
    ModificationWorld.class,
    SupportWorld.class,
    TemplateWorld.class,
    CnssAgency.class,
    ProviderWorld.class,
    CareDesk.class,
    BulkDesk.class,
    CareWorld.class,
    ManyFiles.class,
    Nights.class,
    OfficerWorld.class,
    PersonWorld.class,
    TrialStart.class
})
public @interface NavetteTest {}
