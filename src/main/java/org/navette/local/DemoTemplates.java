package org.navette.local;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.funding.DocumentTemplates;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.navette.funding.TemplateKind;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Templates of documents of the demonstration's second supplier: one accepted, one rejected, one waiting for an agent. */
@Component
@Profile("local")
class DemoTemplates {

    private final Suppliers suppliers;
    private final DocumentTemplates templates;
    private final DemoAgents agents;

    DemoTemplates(Suppliers suppliers, DocumentTemplates templates, DemoAgents agents) {
        this.suppliers = suppliers;
        this.templates = templates;
        this.agents = agents;
    }

    /** What happens to the templates, at which moments; after the enrolment of the second wave. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        var order = new Life("MODELE_BDC_PHA", "modele-bon-de-commande.pdf", "Modèle de bon de commande, vague 2");
        at(moments, now, 16, order::send);
        at(moments, now, 12, () -> order.decide(Map.of("outcome", "ACCEPTED", "comment", "Conforme à la vague 2.")));
        var aptitude = new Life("MODELE_VA_PHA", "modele-va.pdf", "Modèle de vérification d'aptitude");
        at(moments, now, 15, aptitude::send);
        at(
                moments,
                now,
                11,
                () -> aptitude.decide(Map.of(
                        "outcome", "REJECTED", "ground", "La date d'installation n'a pas de place sur le modèle.")));
        at(moments, now, 4, new Life("MODELE_VA_PHA", "modele-va-corrige.pdf", "Modèle corrigé")::send);
        return moments;
    }

    private static void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
        moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(9_000), act));
    }

    /** One template being lived by the supplier. */
    private final class Life {

        private final String kind;
        private final String name;
        private final String text;
        private String number = "";

        private Life(String kind, String name, String text) {
            this.kind = kind;
            this.name = name;
            this.text = text;
        }

        private void send() {
            Supplier supplier =
                    suppliers.bySiret(DemoFunding.COMPANIES.get(1).siret()).orElseThrow();
            TemplateKind known = templates.kinds(supplier).stream()
                    .filter(each -> each.code().equals(kind))
                    .findFirst()
                    .orElseThrow();
            UUID file = templates
                    .take(supplier, known, name, new ByteArrayInputStream(DemoActs.pdf(text)))
                    .id();
            number = templates.send(supplier, List.of(file)).get(0);
        }

        private void decide(Map<String, Object> answers) {
            agents.decide(DemoFunding.AGENT, number, answers);
        }
    }
}
