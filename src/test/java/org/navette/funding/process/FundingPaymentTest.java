package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.engine.TaskRefused;
import org.navette.files.FileResponses;
import org.navette.files.StoredFile;
import org.navette.funding.FundingPayments;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.PaymentState;
import org.navette.requests.Dossier;
import org.navette.requests.Dossiers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;

@NavetteTest
@DisplayName("The diagram funding-payment")
class FundingPaymentTest {

    private static final Couloir COULOIR = Couloir.RAD;

    @Autowired
    FundingWorld world;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    FundingTraces traces;

    @Autowired
    FundingPayments payments;

    @Autowired
    Dossiers dossiers;

    @Autowired
    FileResponses responses;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private Enrolled enrolled;

    @BeforeEach
    void fresh() {
        money.fresh(COULOIR, "100000.00");
        enrolled = world.enrolled(COULOIR);
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).toString();
    }

    @Test
    @DisplayName("FUND-17 is prepared every Monday at seven, as the model says")
    void weekly() {
        assertThat(jobs.createJobDefinitionQuery()
                        .processDefinitionKey("funding-payment-opening")
                        .list())
                .extracting(definition -> definition.getJobConfiguration())
                .contains("CYCLE: 0 0 7 ? * MON");
    }

    @Test
    @DisplayName(
            "FUND-17 a run holds a valid file of transfers, the same at each download; its lines keep their account")
    void file() throws Exception {
        String one = money.decided(enrolled, COULOIR);
        String two = money.decided(world.enrolled(COULOIR), COULOIR);
        assertThat(money.own(one, "payment", String.class)).isEqualTo("NONE");
        String run = money.payment();
        assertThat(run).matches("VIR\\d{4,}");
        assertThat(traces.status(run)).isEqualTo("À exécuter");
        assertThat(money.own(one, "payment", String.class)).isEqualTo("UNDER_WAY");
        UUID task = UUID.fromString(agency.task(run).getId());
        Dossier dossier = dossiers.of(agency.accountant(), task).orElseThrow();
        assertThat(dossier.blocks().get(1).lines())
                .extracting(line -> line.label())
                .containsExactlyInAnyOrder(one, two);
        StoredFile file = dossier.files().get(0);
        assertThat(dossier.labels().get(file.step())).isEqualTo("Fichier de virements SEPA");
        byte[] content = content(file);
        assertThat(content(file)).isEqualTo(content);

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(getClass().getResourceAsStream("/pain.001.001.09.xsd")))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(content)));
        Document xml =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(content));
        BigDecimal sum = money.own(one, "amount", BigDecimal.class).add(money.own(two, "amount", BigDecimal.class));
        assertThat(texts(xml, "NbOfTxs")).containsExactly("2", "2");
        assertThat(texts(xml, "CtrlSum")).containsExactly(sum.toPlainString(), sum.toPlainString());
        assertThat(texts(xml, "EndToEndId")).containsExactlyInAnyOrder(one, two);
        assertThat(texts(xml, "IBAN")).containsOnly("FR7610071750000000100000177", "FR7630006000011234567890189");
        assertThat(texts(xml, "Nm")).contains("Editeur d'OEuvres ET Fils");
    }

    private byte[] content(StoredFile file) throws IOException {
        return responses.download(file).getBody().getInputStream().readAllBytes();
    }

    private static List<String> texts(Document xml, String element) {
        var found = xml.getElementsByTagName(element);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    @DisplayName("FUND-17 carried out: paid, with a notice; the follow-up says each step; nobody is paid twice")
    void executed() throws IOException {
        String number = money.validated(enrolled, COULOIR);
        String dossier = number.substring(0, number.length() - 2);
        assertThat(payments.of(enrolled.supplier(), dossier)).isEmpty();
        money.decide(money.batch(COULOIR), java.util.Map.of("choice", "FITTING"));
        assertThat(payments.of(enrolled.supplier(), dossier)).singleElement().satisfies(row -> {
            assertThat(row.object()).isEqualTo("VERSE001");
            assertThat(row.state()).isEqualTo(PaymentState.NONE);
            assertThat(row.sentAt()).isNull();
        });
        String run = money.payment();
        // the account is replaced while the payment is under way
        jdbc.sql("update funding_bank_details set status = 'REPLACED' where supplier_id = ?")
                .param(enrolled.supplier().id())
                .update();
        assertThat(payments.of(enrolled.supplier(), dossier)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(PaymentState.UNDER_WAY);
            assertThat(row.sentAt()).isNotNull();
            assertThat(row.paid()).isNull();
        });
        money.execute(run, today());
        assertThat(traces.status(run)).isEqualTo("Exécuté");
        assertThat(traces.status(number)).isEqualTo("Décidée");
        assertThat(traces.instances(number)).isZero();
        assertThat(payments.of(enrolled.supplier(), dossier)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.state()).isEqualTo(PaymentState.DONE);
            assertThat(row.paid()).isEqualTo(row.decided());
            assertThat(row.effectiveOn()).isEqualTo(today());
            assertThat(traces.files(number)).extracting(StoredFile::id).contains(row.notice());
        });
        assertThat(payments.of(world.supplier(), dossier))
                .as("another supplier's")
                .isEmpty();
        assertThat(money.payment()).as("nothing is left to pay").isEqualTo(run);
    }

    @Test
    @DisplayName("FUND-17 only accountants carry a run out, on a day that has been and not before the run")
    void refused() {
        money.decided(enrolled, COULOIR);
        String run = money.payment();
        assertThatThrownBy(() -> agency.claim(agency.agent(), run)).hasRootCauseInstanceOf(TaskRefused.class);
        LocalDate day = LocalDate.parse(today());
        for (String wrong : List.of(
                "",
                "2026-02-30",
                "demain",
                day.plusDays(1).toString(),
                day.minusDays(1).toString())) {
            assertThatThrownBy(() -> money.execute(run, wrong))
                    .as(wrong)
                    .hasStackTraceContaining(TaskRefused.class.getName());
        }
        assertThat(traces.tasks(run)).containsExactly("Exécuter le virement");
    }
}
