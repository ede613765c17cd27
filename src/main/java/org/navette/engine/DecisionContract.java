package org.navette.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Java gives to a decision table and reads of it, so that a table that would fail later is refused when it is
 * deployed. A bean of the module that evaluates the table.
 *
 * @param decision the table's id
 * @param single one row is read; otherwise all that match
 * @param inputs the names that the table's input expressions may use
 * @param outputs the columns that are read
 */
public record DecisionContract(String decision, boolean single, Set<String> inputs, List<Output> outputs) {

    /**
     * A column that is read.
     *
     * @param name the column's name
     * @param required each rule fills it in
     * @param problem what is wrong with a value, in French; only asked for values that are written out in a cell
     * @param form its values are ids of deployed forms
     */
    public record Output(String name, boolean required, Function<Object, Optional<String>> problem, boolean form) {

        /** A column with a rule of its own. */
        public Output(String name, boolean required, Function<Object, Optional<String>> problem) {
            this(name, required, problem, false);
        }

        /** The id of a form, which must be deployed with the table or before. */
        public static Output form(String name) {
            return new Output(name, true, Output::isText, true);
        }

        /** The same, that a rule may leave out. */
        public static Output optionalForm(String name) {
            return new Output(name, false, Output::isText, true);
        }

        /** A text that each rule gives. */
        public static Output text(String name) {
            return new Output(name, true, Output::isText);
        }

        /** A text that a rule may leave out. */
        public static Output optionalText(String name) {
            return new Output(name, false, Output::isText);
        }

        /** A number, zero or more. */
        public static Output number(String name, boolean required) {
            return new Output(
                    name,
                    required,
                    value -> value instanceof Number number && number.doubleValue() >= 0
                            ? Optional.empty()
                            : Optional.of("un nombre positif est attendu"));
        }

        /** One of the names of an enumeration. */
        public static Output oneOf(String name, Enum<?>[] values) {
            List<String> names = java.util.Arrays.stream(values).map(Enum::name).toList();
            return new Output(
                    name,
                    true,
                    value -> value instanceof String text && names.contains(text)
                            ? Optional.empty()
                            : Optional.of("les valeurs possibles sont " + String.join(", ", names)));
        }

        private static Optional<String> isText(Object value) {
            return value instanceof String ? Optional.empty() : Optional.of("un texte entre guillemets est attendu");
        }
    }
}
