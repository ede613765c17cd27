package org.navette.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.navette.Navette;
import org.navette.funding.FundingWorld;
import org.navette.funding.ImportWorld;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.providers.BulkDesk;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A class of measures: the whole application on a fresh cluster, one after the other in the order that they say. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("bench")
@SpringBootTest(classes = Navette.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"local", "test"})
@Import({
    BenchDatabase.class,
    PartnerWorld.class,
    ProcedureWorld.class,
    ServiceWorld.class,
    PayingAgency.class,
    FundingWorld.class,
    ImportWorld.class,
    MoneyWorld.class,
    CnssAgency.class,
    ProviderWorld.class,
    CareDesk.class,
    BulkDesk.class,
    LongLists.class
})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@interface Bench {}
