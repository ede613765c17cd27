package org.navette.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads CSV files of reference tables: whole, or not at all. */
@Component
class ReferenceFile {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceFile.class);

    private final ResourceLoader resources;
    private final TransactionTemplate transaction;

    ReferenceFile(ResourceLoader resources, PlatformTransactionManager transactions) {
        this.resources = resources;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What a file holds.
     *
     * @param name in French, in the plural
     * @param columns that it must have
     * @param reader makes a row of a line, or refuses the line and returns null
     * @param key what two rows must not share, in any case
     * @param keyName how the key is called in French, with its article
     */
    record Kind<T>(
            String name,
            List<String> columns,
            Function<CsvLines.Line, @Nullable T> reader,
            Function<T, String> key,
            String keyName) {}

    /**
     * Loads a file; says what happened in the log, and never fails because of what is in it. A file with a wrong line is
     * not loaded: the log says which and why.
     *
     * @param file where it is, as Spring's resources are named; nothing happens when it is empty
     * @param save writes a row, in one transaction with the others
     */
    <T> void load(String file, Kind<T> kind, Consumer<T> save) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Collection<T> all = read(file, kind);
            transaction.executeWithoutResult(status -> all.forEach(save));
            LOG.info("Annuaire : {} {} chargés", all.size(), kind.name());
        } catch (WrongLines e) {
            e.problems().forEach(problem -> LOG.error("Annuaire : {}", problem));
            LOG.error("Annuaire : rien n’a été chargé de {}", file);
        }
    }

    private <T> Collection<T> read(String file, Kind<T> kind) throws WrongLines {
        WrongLines wrong = new WrongLines();
        CsvLines lines = new CsvLines(kind.name(), wrong);
        byte[] content = lines.content(resources.getResource(file));
        giveUpIfAny(wrong);
        Map<String, T> all = new LinkedHashMap<>();
        lines.read(content, kind.columns(), line -> {
            T row = kind.reader().apply(line);
            if (row != null) {
                String key = kind.key().apply(row);
                if (all.putIfAbsent(key.toLowerCase(Locale.ROOT), row) != null) {
                    line.refuse(kind.keyName() + " " + key + " est déjà sur une autre ligne");
                }
            }
        });
        giveUpIfAny(wrong);
        return all.values();
    }

    private static void giveUpIfAny(WrongLines wrong) throws WrongLines {
        if (!wrong.problems().isEmpty()) {
            throw wrong;
        }
    }
}
