package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Company;
import org.navette.directory.CompanyChanges;
import org.navette.procedures.ResponsibleClaims.Answer;
import org.navette.requests.Requests;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-03 Becoming responsible by name and birth date")
class ResponsibleClaimsTest extends MemberHelp {

    private static final LocalDate ANOTHER_DAY = BIRTH.plusDays(1);

    @Autowired
    ResponsibleClaims claims;

    @Autowired
    CompanyChanges changes;

    @Autowired
    Requests requests;

    @Autowired
    Drafts drafts;

    @Test
    @DisplayName("PROC-03 who is a legal representative becomes responsible at once; those who were before are told")
    void match() {
        Office before = world.responsible();
        Company company = before.company();
        Office person = namesake(company);
        assertThat(person.company()).isNull();
        assertThat(claims.prove(person, BIRTH)).isEqualTo(Answer.RECOGNISED);
        Office now = world.again(person);
        assertThat(now.member().standing()).isEqualTo(Standing.RESPONSIBLE);
        assertThat(now.company().id()).isEqualTo(company.id());
        assertThat(mails(before)).containsExactly("Un nouveau responsable juridique de votre entreprise");
        assertThat(mails(person)).isEmpty();
        assertThat(claims.prove(person, BIRTH)).as("sent twice").isEqualTo(Answer.RECOGNISED);
        assertThat(mails(before)).hasSize(1);
    }

    @Test
    @DisplayName("PROC-03 another date and another name are answered alike, and change nothing")
    void noMatch() {
        Company company = world.company();
        Office namesake = namesake(company);
        Office stranger = unverified(company);
        assertThat(claims.prove(namesake, ANOTHER_DAY)).isEqualTo(Answer.NOT_PROVEN);
        assertThat(claims.prove(stranger, BIRTH)).isEqualTo(Answer.NOT_PROVEN);
        assertThat(standing(namesake)).isEqualTo(Standing.UNVERIFIED);
        assertThat(standing(stranger)).isEqualTo(Standing.UNVERIFIED);
    }

    @Test
    @DisplayName("PROC-03 five tries in 24 hours: the sixth is not even looked at, the next day it is")
    void fiveTries() {
        Office person = namesake(world.company());
        for (int i = 0; i < 5; i++) {
            assertThat(claims.prove(person, ANOTHER_DAY)).isEqualTo(Answer.NOT_PROVEN);
        }
        assertThat(claims.prove(person, BIRTH)).isEqualTo(Answer.TOO_MANY_TRIES);
        assertThat(standing(person)).isEqualTo(Standing.UNVERIFIED);
        service.later(Duration.ofHours(25));
        assertThat(claims.prove(person, BIRTH)).isEqualTo(Answer.RECOGNISED);
    }

    @Test
    @DisplayName("PROC-03 twenty tries in 24 hours for a company, whoever tries: more accounts are no way around")
    void triesOfACompany() {
        Company company = world.company();
        for (int i = 0; i < 4; i++) {
            Office one = unverified(company);
            for (int j = 0; j < 5; j++) {
                assertThat(claims.prove(one, BIRTH)).isEqualTo(Answer.NOT_PROVEN);
            }
        }
        assertThat(claims.prove(namesake(company), BIRTH)).isEqualTo(Answer.TOO_MANY_TRIES);
    }

    @Test
    @DisplayName("PROC-03 tries at the same instant are counted one by one")
    void triesAtOnce() {
        Office person = namesake(world.company());
        AtOnce.Action[] tries = new AtOnce.Action[8];
        java.util.Arrays.fill(tries, (AtOnce.Action) () -> claims.prove(person, ANOTHER_DAY));
        assertThat(AtOnce.run(tries)).allMatch(AtOnce.Outcome::won);
        assertThat(jdbc.sql("select count(*) from procedure_try where account_id = ?")
                        .param(person.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    @DisplayName("PROC-03 a newcomer's company is not known: there is nobody to compare with")
    void newcomer() {
        Office newcomer = world.newcomer();
        assertThat(claims.isPossible(newcomer)).isFalse();
        assertThatThrownBy(() -> claims.prove(newcomer, BIRTH)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @DisplayName("PROC-03 a newcomer whose company has become known meanwhile brings along what they prepared and sent")
    void companyKnownMeanwhile() {
        Office newcomer = world.newcomer();
        accounts.rename(newcomer.account(), "Hélène", "Traoré");
        String number = world.send(newcomer, "first-installation");
        UUID draft = world.draft(newcomer, "first-installation");
        Company model = world.company();
        UUID company = changes.register(
                "essai-" + UUID.randomUUID(),
                "SOUDAIN CONNUE",
                new org.navette.directory.Establishment(
                        world.siret(newcomer),
                        true,
                        "",
                        model.establishments().get(0).address(),
                        "",
                        "",
                        null,
                        null,
                        java.util.List.of()),
                model.legalRepresentatives());
        assertThat(claims.isPossible(newcomer)).isTrue();
        assertThat(claims.prove(newcomer, BIRTH)).isEqualTo(Answer.RECOGNISED);
        Office now = world.again(newcomer);
        assertThat(now.company().id()).isEqualTo(company);
        assertThat(requests.find(now.scope(), number)).isPresent();
        assertThat(drafts.find(now, draft)).isPresent();
        assertThat(drafts.files(now, draft).values()).isNotEmpty().allSatisfy(files -> assertThat(files)
                .isNotEmpty());
    }

    @Test
    @DisplayName("PROC-03 a reader who is a legal representative becomes responsible too")
    void reader() {
        Office responsible = world.responsible();
        Office reader = world.colleague(responsible, Standing.READER);
        accounts.rename(reader.account(), "Hélène", "TRAORÉ");
        assertThat(claims.prove(reader, BIRTH)).isEqualTo(Answer.RECOGNISED);
        assertThat(standing(reader)).isEqualTo(Standing.RESPONSIBLE);
    }

    @Test
    @DisplayName("PROC-03 the demand that waited for an agent is withdrawn when name and date fit")
    void withdraws() {
        Office person = namesake(world.company());
        String number = asked(person);
        assertThat(claims.prove(person, BIRTH)).isEqualTo(Answer.RECOGNISED);
        assertThat(traces.status(number)).isEqualTo("Retirée");
        assertThat(traces.tasks(number)).isEmpty();
        assertThat(demands.latest(world.again(person))).isEmpty();
    }

    @Test
    @DisplayName("PROC-03 the page answers a wrong date like a wrong name, and an impossible date beside the field")
    void page() {
        Company company = world.company();
        Office namesake = namesake(company);
        String path = "/demarches/compte/responsable";
        var browser = browser(namesake);
        assertThat(browser.get(path).text()).doesNotContain("CANAL");
        var wrong = browser.post(path, java.util.Map.of("birthDate", "02/06/1975"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Ces informations ne suffisent pas");
        assertThat(browser.post(path, java.util.Map.of("birthDate", "31/02/1975"))
                        .text())
                .contains("sous la forme jj/mm/aaaa");
        assertThat(browser.post(path, java.util.Map.of()).text()).contains("Saisissez votre date de naissance.");
        var home = browser.follow(browser.post(path, java.util.Map.of("birthDate", "01/06/1975")));
        assertThat(home.heading()).isEqualTo("Vos demandes");
        assertThat(home.text())
                .contains("Vous êtes reconnu responsable juridique")
                .contains("CANAL");
    }
}
