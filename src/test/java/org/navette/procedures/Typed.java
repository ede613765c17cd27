package org.navette.procedures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.navette.procedures.Content.Person;

/** What people type into the steps of the wizard, all of it right, and SIRETs that no other test has. */
public final class Typed {

    /** The commitments, taken. */
    public static final Map<String, Object> COMMITMENTS =
            Map.of("accuracy", true, "obligations", true, "changes", true);

    private static final AtomicInteger SIRENS = new AtomicInteger();
    private static final AtomicInteger BILLING = new AtomicInteger();

    private Typed() {}

    /** A billing number that nobody has. */
    public static String billing() {
        return "9%08d".formatted(BILLING.incrementAndGet());
    }

    /** The number of a company that is nowhere yet. */
    public static String siren() {
        return luhn("9996%04d".formatted(SIRENS.incrementAndGet()));
    }

    /** The SIRET of one of a company's establishments, counted from 1. */
    public static String siret(String siren, int establishment) {
        return luhn(siren + "%04d".formatted(establishment));
    }

    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int twice = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += twice > 9 ? twice - 9 : twice;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The step of the head office. */
    public static Map<String, Object> headOffice(String siret) {
        Map<String, Object> answers = place(siret);
        answers.put("companyName", "Orthopédie d'Œuvre & Fils");
        return answers;
    }

    /** The step of the establishment. */
    public static Map<String, Object> establishment(String siret) {
        Map<String, Object> answers = place(siret);
        answers.put("sign", "L'Atelier");
        answers.put("opensOn", "2026-02-03");
        return answers;
    }

    private static Map<String, Object> place(String siret) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("siret", siret);
        answers.put("address", "12 rue de l'Église");
        answers.put("addressMore", "");
        answers.put("postcode", "75010");
        answers.put("city", "PARIS");
        answers.put("email", "contact@atelier.example");
        answers.put("phone", "0199001002");
        answers.put("comment", "");
        return answers;
    }

    /** Somebody who binds the company. */
    public static Person legal() {
        Map<String, Object> answers = person("MRS", "Garnier-Noël", "Élise");
        answers.put("quality", "Gérante");
        answers.put("email", "elise@atelier.example");
        answers.put("phone", "06 39 98 10 01");
        return new Person(UUID.randomUUID(), answers);
    }

    /** Somebody who answers for the practice. */
    public static Person technical() {
        Map<String, Object> answers = person("MR", "O’Connell", "Loïc");
        answers.put("qualification", "Diplôme d'État d'audioprothésiste");
        answers.put("rpps", "");
        answers.put("adeli", "");
        return new Person(UUID.randomUUID(), answers);
    }

    private static Map<String, Object> person(String title, String lastName, String firstName) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("title", title);
        answers.put("lastName", lastName);
        answers.put("firstName", firstName);
        answers.put("birthDate", "1980-02-29");
        return answers;
    }

    /** The same with one answer replaced. */
    public static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(answers);
        changed.put(key, value);
        return changed;
    }

    /** The same person with one answer replaced. */
    public static Person with(Person person, String key, Object value) {
        return new Person(person.id(), with(person.answers(), key, value));
    }
}
