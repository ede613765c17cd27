package org.navette.directory;

import java.time.LocalDate;
import java.util.List;
import org.navette.directory.Establishment.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies and people of tests; their SIRENs begin with 9997 and 9998. */
final class SomeCompanies {

    static final String SIRET = "99970000800017";
    static final String OTHER = "99970000800025";
    static final LocalDate BIRTH = LocalDate.of(1980, 2, 29);
    static final LegalRepresentative ELISE =
            new LegalRepresentative("MRS", "Garnier-Noël", "Élise", BIRTH, "Gérante", "e@x.example", "0639981001");
    static final LegalRepresentative LOIC =
            new LegalRepresentative("MR", "O’Connell", "Loïc", BIRTH, "Président", "", "");
    static final TechnicalRepresentative ZOE =
            new TechnicalRepresentative("MRS", "Peña", "Zoé", BIRTH, "BTS opticien-lunetier", null, "752612345");

    private SomeCompanies() {}

    static void clear(JdbcClient jdbc) {
        String mine = "(select id from company where siren like '9997%' or siren like '9998%')";
        jdbc.sql("delete from technical_representative where siret like '9997%' or siret like '9998%'")
                .update();
        jdbc.sql("delete from legal_representative where company_id in " + mine).update();
        jdbc.sql("delete from establishment where company_id in " + mine).update();
        jdbc.sql("delete from company_change where company_id in " + mine).update();
        jdbc.sql("delete from company where siren like '9997%' or siren like '9998%'")
                .update();
        jdbc.sql("delete from directory_load").update();
    }

    static Establishment establishment(String siret, boolean headOffice, String city) {
        return new Establishment(
                siret,
                headOffice,
                "",
                new Address("1 rue de l’Église", "", "75010", city),
                "a@b.example",
                "0199001001",
                LocalDate.of(2020, 1, 2),
                null,
                List.of(ZOE));
    }
}
