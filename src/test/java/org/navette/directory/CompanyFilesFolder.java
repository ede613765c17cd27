package org.navette.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.DefaultResourceLoader;

/** A folder with data files of two companies that tests change line by line. */
final class CompanyFilesFolder {

    static final String DESNOYERS = "99980001400014";
    static final String SECOND = "99980001400022";
    static final String LUNETTES = "99980002200017";

    private static final Map<String, String> FILES = Map.of(
            "companies.csv",
            "siren;name\n999800014;Orthopédie Desnoyers\n999800022;\"Les Lunettes; d’Élise\"\n",
            "establishments.csv",
            "siret;head_office;name;line1;line2;postcode;city;email;phone;opened_on;billing_number\n"
                    + "99980001400014;oui;;3 rue de l’Église;;94240;L’Haÿ-les-Roses;a@b.example;+33 1 99 00 10 01;01/02/2003;759900001\n"
                    + "999 800 014 00022;non;Annexe;4 rue Voltaire;Bât. B;75020;Paris;;;;\n"
                    + "99980002200017;oui;;5 rue Voltaire;;75020;Paris;c@d.example;01 99 00 10 02;01/02/2004;759900002\n",
            "legal-representatives.csv",
            "siren;civility;last_name;first_name;birth_date;quality;email;phone\n"
                    + "999800014;Madame;O’Connell-Müller;Anne-Sophie;29/02/1980;Gérante;e@f.example;06 39 98 10 01\n",
            "technical-representatives.csv",
            "siret;civility;last_name;first_name;birth_date;qualification;rpps;adeli\n"
                    + "99980001400014;Monsieur;Kœnig;Loïc;01/03/1981;BTS podo-orthésiste;10002345675;942612345\n"
                    + "99980001400014;Madame;Peña;Zoé;02/03/1982;BTS;;\n");

    private final Path folder;

    CompanyFilesFolder(Path folder) {
        this.folder = folder;
        FILES.forEach(this::write);
    }

    String location() {
        return folder.toUri().toString();
    }

    CompanyData read() throws WrongLines {
        return CompanyFileReader.read(new DefaultResourceLoader(), location());
    }

    void write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void change(String file, String before, String after) {
        String content = new TreeMap<>(FILES).get(file);
        if (!content.contains(before)) {
            throw new IllegalArgumentException(before);
        }
        write(file, content.replace(before, after));
    }

    Path resolve(String file) {
        return folder.resolve(file);
    }
}
