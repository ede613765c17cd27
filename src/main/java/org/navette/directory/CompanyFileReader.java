package org.navette.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Reads the four data files of companies (their columns are in {@code src/docs/company-directory.md}) and checks each
 * line, without personal data in what it says of them.
 */
final class CompanyFileReader {

    static final String COMPANIES = "companies.csv";
    static final String ESTABLISHMENTS = "establishments.csv";
    static final String LEGAL = "legal-representatives.csv";
    static final String TECHNICAL = "technical-representatives.csv";

    private static final Map<String, String> CIVILITIES = Map.of("Madame", "MRS", "Monsieur", "MR");
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    private final WrongLines wrong = new WrongLines();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Establishment> establishments = new LinkedHashMap<>();
    private final Map<String, List<LegalRepresentative>> legal = new HashMap<>();
    private final Map<String, List<TechnicalRepresentative>> technical = new HashMap<>();
    private final Set<String> seats = new HashSet<>();
    private final Set<String> billingNumbers = new HashSet<>();

    private CompanyFileReader() {}

    /**
     * Reads a folder.
     *
     * @param location of the folder: {@code file:/…/} or {@code classpath:…/}
     * @throws WrongLines when there is anything that cannot be taken, a missing file included
     */
    static CompanyData read(ResourceLoader resources, String location) throws WrongLines {
        return new CompanyFileReader().data(resources, location.endsWith("/") ? location : location + "/");
    }

    private CompanyData data(ResourceLoader resources, String folder) throws WrongLines {
        Map<String, byte[]> contents = new HashMap<>();
        MessageDigest digest = sha256();
        for (String file : List.of(COMPANIES, ESTABLISHMENTS, LEGAL, TECHNICAL)) {
            byte[] content = lines(file).content(resources.getResource(folder + file));
            contents.put(file, content);
            digest.update(content);
        }
        giveUpIfWrong();
        lines(COMPANIES).read(contents.get(COMPANIES), List.of("siren", "name"), this::company);
        lines(ESTABLISHMENTS)
                .read(
                        contents.get(ESTABLISHMENTS),
                        List.of(
                                "siret",
                                "head_office",
                                "name",
                                "line1",
                                "line2",
                                "postcode",
                                "city",
                                "email",
                                "phone",
                                "opened_on",
                                "billing_number"),
                        this::establishment);
        for (String siren : names.keySet()) {
            if (!seats.contains(siren)) {
                wrong.add(ESTABLISHMENTS, 0, "l’entreprise " + siren + " n’a pas de siège");
            }
        }
        lines(LEGAL)
                .read(
                        contents.get(LEGAL),
                        List.of(
                                "siren",
                                "civility",
                                "last_name",
                                "first_name",
                                "birth_date",
                                "quality",
                                "email",
                                "phone"),
                        this::legalRepresentative);
        lines(TECHNICAL)
                .read(
                        contents.get(TECHNICAL),
                        List.of(
                                "siret",
                                "civility",
                                "last_name",
                                "first_name",
                                "birth_date",
                                "qualification",
                                "rpps",
                                "adeli"),
                        this::technicalRepresentative);
        giveUpIfWrong();
        establishments.replaceAll((siret, it) -> it.with(technical.getOrDefault(siret, List.of())));
        return new CompanyData(names, establishments, legal, digest.digest());
    }

    private CsvLines lines(String file) {
        return new CsvLines(file, wrong);
    }

    private void giveUpIfWrong() throws WrongLines {
        if (!wrong.problems().isEmpty()) {
            throw wrong;
        }
    }

    private void company(CsvLines.Line line) {
        String siren = line.checked("siren", Siret.plain(line.optional("siren")), Siret::isSiren, "n’est pas un SIREN");
        String name = line.required("name");
        if (line.isGood() && names.putIfAbsent(siren, name) != null) {
            line.refuse("l’entreprise " + siren + " est déjà sur une autre ligne");
        }
    }

    private void establishment(CsvLines.Line line) {
        String siret = siret(line);
        String seat = line.checked(
                "head_office", line.optional("head_office"), Set.of("oui", "non")::contains, "n’est ni oui ni non");
        String number = line.checkedIfAny(
                "billing_number",
                BillingNumber.plain(line.optional("billing_number")),
                BillingNumber::isValid,
                "n’a pas 9 chiffres");
        Establishment establishment = new Establishment(
                siret,
                seat.equals("oui"),
                line.optional("name"),
                new Establishment.Address(
                        line.required("line1"),
                        line.optional("line2"),
                        line.checked(
                                "postcode",
                                FrenchPostcode.plain(line.optional("postcode")),
                                FrenchPostcode::isValid,
                                "n’est pas un code postal"),
                        line.required("city")),
                email(line),
                phone(line),
                line.day("opened_on"),
                number,
                List.of());
        if (!line.isGood()) {
            return;
        }
        if (!names.containsKey(Siret.siren(siret))) {
            line.refuse("l’entreprise " + Siret.siren(siret) + " n’est pas dans " + COMPANIES);
        } else if (establishments.putIfAbsent(siret, establishment) != null) {
            line.refuse("l’établissement " + siret + " est déjà sur une autre ligne");
        } else if (establishment.headOffice() && !seats.add(Siret.siren(siret))) {
            line.refuse("l’entreprise " + Siret.siren(siret) + " a déjà un siège");
        } else if (number != null && !billingNumbers.add(number)) {
            line.refuse("le numéro de facturation " + number + " est déjà sur une autre ligne");
        }
    }

    private void legalRepresentative(CsvLines.Line line) {
        String siren = line.checked(
                "siren", Siret.plain(line.optional("siren")), names::containsKey, "n’est pas dans " + COMPANIES);
        String civility = civility(line);
        LocalDate birth = birth(line);
        String lastName = line.required("last_name");
        String firstName = line.required("first_name");
        String quality = line.required("quality");
        String email = email(line);
        String phone = phone(line);
        if (line.isGood() && birth != null) {
            legal.computeIfAbsent(siren, key -> new ArrayList<>())
                    .add(new LegalRepresentative(civility, lastName, firstName, birth, quality, email, phone));
        }
    }

    private void technicalRepresentative(CsvLines.Line line) {
        String siret = line.checked(
                "siret",
                Siret.plain(line.optional("siret")),
                establishments::containsKey,
                "n’est pas dans " + ESTABLISHMENTS);
        String civility = civility(line);
        LocalDate birth = birth(line);
        String lastName = line.required("last_name");
        String firstName = line.required("first_name");
        String qualification = line.required("qualification");
        String rpps =
                line.checkedIfAny("rpps", Rpps.plain(line.optional("rpps")), Rpps::isValid, "n’est pas un numéro RPPS");
        String adeli = line.checkedIfAny(
                "adeli", Adeli.plain(line.optional("adeli")), Adeli::isValid, "n’est pas un numéro ADELI");
        if (line.isGood() && birth != null) {
            technical
                    .computeIfAbsent(siret, key -> new ArrayList<>())
                    .add(new TechnicalRepresentative(civility, lastName, firstName, birth, qualification, rpps, adeli));
        }
    }

    private static String siret(CsvLines.Line line) {
        return line.checked("siret", Siret.plain(line.optional("siret")), Siret::isValid, "n’est pas un SIRET");
    }

    private static String civility(CsvLines.Line line) {
        String typed = line.checked(
                "civility", line.optional("civility"), CIVILITIES::containsKey, "n’est ni Madame ni Monsieur");
        return CIVILITIES.getOrDefault(typed, "");
    }

    private static @Nullable LocalDate birth(CsvLines.Line line) {
        LocalDate day = line.day("birth_date");
        if (day == null && line.isGood()) {
            line.refuse("la colonne «\u00a0birth_date\u00a0» est vide");
        }
        return day;
    }

    private static String email(CsvLines.Line line) {
        String email = line.checkedIfAny(
                "email", line.optional("email"), text -> text.matches(EMAIL), "n’est pas une adresse e-mail");
        return email == null ? "" : email;
    }

    private static String phone(CsvLines.Line line) {
        String phone = line.checkedIfAny(
                "phone",
                FrenchPhone.plain(line.optional("phone")),
                FrenchPhone::isValid,
                "n’est pas un numéro de téléphone français");
        return phone == null ? "" : phone;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
