package org.navette.funding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.ModifiablePart.Item;
import org.navette.funding.ModifiablePart.Kind;
import org.navette.funding.ModifiablePart.Shape;

/** The parts of a request that can be changed, in words for people who have no file before them. */
final class ModifiableParts {

    private static final Item NAME = required("nom", Kind.TEXT, "Nom", "Saisissez un nom, de 100 caractères au plus.");
    private static final Item EMAIL =
            required("email", Kind.EMAIL, "Adresse électronique", "Saisissez une seule adresse, comme nom@exemple.fr.");
    private static final Item PHONE =
            required("telephone", Kind.PHONE, "Téléphone", "Saisissez un numéro de 10 chiffres qui commence par 0.");
    private static final String COMPANY = "Raison sociale";
    private static final String LONG_COMPANY = "Saisissez une raison sociale, de 150 caractères au plus.";

    private static final Map<IdentifierKind, String> IDENTIFIERS = new EnumMap<>(Map.of(
            IdentifierKind.FINESS_PMSI, "Saisissez 9 chiffres (en Corse, 2A ou 2B puis 7 chiffres).",
            IdentifierKind.FINESS, "Saisissez 9 chiffres (en Corse, 2A ou 2B puis 7 chiffres).",
            IdentifierKind.AM, "Saisissez 9 chiffres.",
            IdentifierKind.RPPS, "Saisissez 11 chiffres."));

    private static final ModifiablePart ORDER_DATE = properties(
            Field.ORDER_DATE,
            "",
            List.of(required(
                    "dateCommande",
                    Kind.DAY,
                    Field.ORDER_DATE.label(),
                    "Saisissez une date qui existe, au format jj/mm/aaaa.")));

    private static final ModifiablePart MANDATARY = new ModifiablePart(
            Field.MANDATARY,
            "mandataire",
            Shape.OPTIONAL,
            "Mandataire",
            List.of(
                    NAME,
                    required("raisonSociale", Kind.TEXT, COMPANY, LONG_COMPANY),
                    optional(
                            "siret",
                            Kind.NUMBER,
                            "SIRET",
                            "Saisissez les 14 chiffres du SIRET, ou laissez ce champ vide."),
                    EMAIL,
                    PHONE),
            "Renseignez le mandataire.");

    private static final ModifiablePart ADMINISTRATORS = new ModifiablePart(
            Field.ADMINISTRATORS,
            "administrateursTechniques",
            Shape.ROWS,
            "Administrateur technique",
            List.of(NAME, EMAIL, PHONE),
            "Renseignez de 1 à 10 administrateurs techniques.");

    private static final ModifiablePart SITES = new ModifiablePart(
            Field.SCENARIO,
            "scenarioInstallation." + CouloirTerms.SITES,
            Shape.ROWS,
            "Établissement",
            List.of(
                    required(
                            "finessGeographique",
                            Kind.NUMBER,
                            "FINESS géographique",
                            IDENTIFIERS.get(IdentifierKind.FINESS)),
                    required(
                            "ancienneVersion",
                            Kind.TEXT,
                            "Ancienne version",
                            French.say(
                                    "Saisissez la version remplacée, de 50 caractères au plus, ou « aucune » s'il n'y en avait pas.")),
                    required(
                            "operateurMessagerie",
                            Kind.TEXT,
                            "Opérateur de messagerie",
                            "Saisissez un code de 1 à 20 lettres sans accent, chiffres, tirets ou soulignés."),
                    required("profilMetier", Kind.TRADE, "Profil métier", "Choisissez le profil métier."),
                    tick("maitreIdentite", "Maître d'identité"),
                    tick("referentSoin", "Référent soin"),
                    tick("stockageIdentite", "Stockage de l'identité")),
            "Renseignez de 1 à 500 établissements.");

    private ModifiableParts() {}

    /** The parts of what an agent has named, in the order of the page. */
    static List<ModifiablePart> of(Set<Field> fields, RequestType type, CouloirTerms terms) {
        List<ModifiablePart> parts = new ArrayList<>();
        for (Field field : Field.values()) {
            if (fields.contains(field)) {
                switch (field) {
                    case ORDER_DATE -> parts.add(ORDER_DATE);
                    case AMOUNT -> parts.add(amount(type));
                    case BENEFICIARIES -> parts.add(beneficiaries(terms));
                    case MANDATARY -> parts.add(MANDATARY);
                    case ADMINISTRATORS -> parts.add(ADMINISTRATORS);
                    case SCENARIO -> parts.addAll(scenario(terms));
                }
            }
        }
        return parts;
    }

    private static ModifiablePart amount(RequestType type) {
        return properties(
                Field.AMOUNT,
                "",
                List.of(
                        required(
                                type.amountProperty(),
                                Kind.AMOUNT,
                                type == RequestType.ADVANCE
                                        ? "Montant Ségur total hors taxe du bon de commande, en euros"
                                        : "Montant Ségur total hors taxe de la facture, en euros",
                                "Saisissez un montant supérieur à 0 et de 9\u202f999\u202f999,99\u00a0€ au plus, comme 1\u202f074,99.")));
    }

    private static ModifiablePart beneficiaries(CouloirTerms terms) {
        List<Item> items = new ArrayList<>(List.of(NAME, optional("raisonSociale", Kind.TEXT, COMPANY, LONG_COMPANY)));
        for (IdentifierKind kind : terms.identifiers()) {
            items.add(required(kind.property(), Kind.NUMBER, kind.label(), IDENTIFIERS.get(kind)));
        }
        items.add(EMAIL);
        items.add(PHONE);
        return new ModifiablePart(
                Field.BENEFICIARIES,
                "beneficiaires",
                Shape.ROWS,
                "Bénéficiaire",
                items,
                "Renseignez de 1 à 500 bénéficiaires.");
    }

    private static List<ModifiablePart> scenario(CouloirTerms terms) {
        List<ModifiablePart> parts = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (CouloirTerms.Term term : terms.scenario()) {
            if (term.property().equals(CouloirTerms.SITES)) {
                parts.add(SITES);
            } else if (term.property().equals(CouloirTerms.CITIZEN_MAILBOX)) {
                items.add(optional(term.property(), Kind.EMAIL, "Adresse de la boîte MSS citoyen", EMAIL.problem()));
            } else {
                items.add(tick(term.property(), ScenarioWords.of(term.property())));
            }
        }
        if (!items.isEmpty()) {
            parts.add(0, properties(Field.SCENARIO, "scenarioInstallation", items));
        }
        return parts;
    }

    private static ModifiablePart properties(Field field, String path, List<Item> items) {
        return new ModifiablePart(
                field,
                path,
                Shape.PROPERTIES,
                field.label(),
                items,
                items.get(0).problem());
    }

    private static Item required(String property, Kind kind, String label, String problem) {
        return new Item(property, kind, label, true, problem);
    }

    private static Item optional(String property, Kind kind, String label, String problem) {
        return new Item(property, kind, label, false, problem);
    }

    private static Item tick(String property, String label) {
        return new Item(property, Kind.TICK, label, false, "");
    }
}
