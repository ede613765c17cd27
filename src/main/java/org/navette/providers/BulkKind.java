package org.navette.providers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What supervisors register many of with one CSV file (PROV-18). */
public enum BulkKind {
    PRIOR_AGREEMENTS(
            "prises-en-charge",
            "Prises en charge",
            "providers.care",
            List.of(
                    new Column("inpe", "INPE"),
                    new Column("cnssNumber", "N° CNSS"),
                    new Column("beneficiary", "Bénéficiaire"),
                    new Column("receivedOn", "Date de réception"),
                    new Column("requested", "Montant demandé"))),
    REIMBURSEMENTS(
            "dossiers-de-remboursement",
            "Dossiers de remboursement",
            "providers.care",
            List.of(
                    new Column("inpe", "INPE"),
                    new Column("cnssNumber", "N° CNSS"),
                    new Column("beneficiary", "Bénéficiaire"),
                    new Column("agreement", "N° de la PEC"),
                    new Column("depositedOn", "Date de dépôt"),
                    new Column("careOn", "Date de soins"),
                    new Column("invoice", "Référence de la facture"),
                    new Column("billed", "Montant facturé"))),
    RIGHTS(
            "droits-des-assures",
            "Droits des assurés",
            "providers.rights",
            List.of(
                    new Column("cnssNumber", "N° CNSS"),
                    new Column("cni", "CNI"),
                    new Column("relation", "Lien"),
                    new Column("lastName", "Nom"),
                    new Column("firstName", "Prénom"),
                    new Column("bornOn", "Date de naissance"),
                    new Column("from", "Début des droits"),
                    new Column("to", "Fin des droits")));

    private final String code;
    private final String label;
    private final String words;
    private final List<Column> columns;

    BulkKind(String code, String label, String words, List<Column> columns) {
        this.code = code;
        this.label = label;
        this.words = words;
        this.columns = columns;
    }

    /**
     * A column of the file.
     *
     * @param field its name in messages
     */
    record Column(String field, String title) {}

    /** As addresses and forms write it. */
    public String code() {
        return code;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** What stands in the first line of the file. */
    public List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    List<Column> columns() {
        return columns;
    }

    /** The title of a field's column; of none for the whole line. */
    String title(String field) {
        return columns.stream()
                .filter(column -> column.field().equals(field))
                .findFirst()
                .map(Column::title)
                .orElse("Ligne entière");
    }

    /** Where the messages about its lines begin. */
    String words() {
        return words;
    }

    /** The kind with this code. */
    public static Optional<BulkKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
