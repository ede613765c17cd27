package org.navette.providers;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An insured person and whom they cover.
 *
 * @param persons the insured person first
 */
public record Insured(long id, String cnssNumber, @Nullable String cni, List<Person> persons) {

    /** How somebody belongs to an insured person. */
    public enum Relation {
        INSURED("Assuré"),
        SPOUSE("Conjoint"),
        CHILD("Enfant");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * Somebody with rights of their own.
     *
     * @param from first day of the rights; null when they were never opened
     * @param to last day; null while no end is known
     */
    public record Person(
            Relation relation,
            String lastName,
            String firstName,
            LocalDate bornOn,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** First and last name. */
        public String name() {
            return firstName + " " + lastName;
        }

        /** True when the rights are open on a day. */
        public boolean isOpen(LocalDate day) {
            return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The person of this name, whatever its case and accents; the insured person where there is none. */
    public Optional<Person> named(String name) {
        if (name.isBlank()) {
            return persons.stream().findFirst();
        }
        String wanted = folded(name);
        return persons.stream()
                .filter(person -> folded(person.name()).equals(wanted)
                        || folded(person.lastName() + " " + person.firstName()).equals(wanted))
                .findFirst();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\u00a0'’-]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
