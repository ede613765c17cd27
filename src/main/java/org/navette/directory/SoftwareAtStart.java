package org.navette.directory;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads the reference table of the ANS from the file {@code navette.directory.software} (CSV, its columns are in
 * {@code src/docs/software-references.md}) before the port opens; none when it is empty. A file with a wrong line is not
 * loaded: the log says which and why, and the application starts with what it had. What is no longer in the file stays,
 * since enrolments may hang on it.
 */
@Component
class SoftwareAtStart implements SmartInitializingSingleton {

    static final List<String> COLUMNS =
            List.of("ans_number", "name", "type", "couloir", "dsr", "wave", "profiles", "effective_on", "deadline");

    private static final Set<String> WAVES = Set.of("1", "2");
    private static final Set<String> COULOIRS =
            Arrays.stream(Couloir.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final ReferenceFile.Kind<Software> KIND = new ReferenceFile.Kind<>(
            "logiciels référencés", COLUMNS, SoftwareAtStart::software, Software::ansNumber, "le numéro");

    private final JdbcClient jdbc;
    private final ReferenceFile reference;
    private final String location;

    SoftwareAtStart(
            JdbcClient jdbc, ReferenceFile reference, @Value("${navette.directory.software:}") String location) {
        this.jdbc = jdbc;
        this.reference = reference;
        this.location = location.strip();
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(location);
    }

    void load(String file) {
        reference.load(file, KIND, this::save);
    }

    private static @Nullable Software software(CsvLines.Line line) {
        String couloir =
                line.checked("couloir", line.optional("couloir"), COULOIRS::contains, "n’est pas celui d’un couloir");
        String wave = line.checked("wave", line.optional("wave"), WAVES::contains, "n’est ni 1 ni 2");
        LocalDate from = day(line, "effective_on");
        LocalDate to = day(line, "deadline");
        String number = line.required("ans_number");
        String name = line.required("name");
        String type = line.required("type");
        String dsr = line.required("dsr");
        Set<String> profiles = Arrays.stream(line.optional("profiles").split(","))
                .map(String::strip)
                .filter(profile -> !profile.isEmpty())
                .collect(Collectors.toSet());
        if (!line.isGood() || from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            line.refuse("la date limite précède la date d’effet");
        }
        return new Software(
                number, name, type, Couloir.valueOf(couloir), dsr, Integer.parseInt(wave), profiles, from, to);
    }

    private static @Nullable LocalDate day(CsvLines.Line line, String column) {
        line.required(column);
        return line.isGood() ? line.day(column) : null;
    }

    private void save(Software it) {
        jdbc.sql("insert into software (ans_number, name, type, couloir, dsr, wave, profiles, effective_on, deadline)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict ((lower(ans_number))) do update set"
                        + " name = excluded.name, type = excluded.type, couloir = excluded.couloir,"
                        + " dsr = excluded.dsr, wave = excluded.wave, profiles = excluded.profiles,"
                        + " effective_on = excluded.effective_on, deadline = excluded.deadline")
                .params(
                        it.ansNumber(),
                        it.name(),
                        it.type(),
                        it.couloir().name(),
                        it.dsr(),
                        it.wave(),
                        it.profiles().toArray(String[]::new),
                        Date.valueOf(it.effectiveOn()),
                        Date.valueOf(it.deadline()))
                .update();
    }
}
