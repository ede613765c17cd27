package org.navette.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, not common, not the person's own login. No rule on its composition and no forced
 * renewal: both make passwords worse.
 */
@Component
public class PasswordPolicy {

    /** in characters, as a person counts them */
    public static final int SHORTEST = 12;
    /** in characters */
    public static final int LONGEST = 128;

    private final Set<String> common;
    private final Map<String, PasswordLength> lengths;

    /** @param lengths those of espaces that have their own */
    PasswordPolicy(List<PasswordLength> lengths) {
        common = read("common-passwords.txt");
        this.lengths = lengths.stream().collect(Collectors.toMap(PasswordLength::espace, Function.identity()));
    }

    /** How long a password of an espace must be. */
    public PasswordLength length(String espace) {
        return lengths.getOrDefault(espace, new PasswordLength(espace, SHORTEST, LONGEST));
    }

    /** @throws RefusedPassword with what is wrong, in French */
    public void check(String password, Account account) {
        check(password, account.espace(), account.login(), account.email());
    }

    void check(String password, String espace, String login, String email) {
        var problems = problems(password, espace, login, email);
        if (!problems.isEmpty()) {
            throw new RefusedPassword(problems);
        }
    }

    /** What is wrong, in French, as shown beside the field; empty when nothing is. */
    public List<String> problems(String password, String espace, String login, String email) {
        List<String> problems = new ArrayList<>();
        var allowed = length(espace);
        int length = password.codePointCount(0, password.length());
        if (length < allowed.shortest()) {
            problems.add("Le mot de passe doit compter au moins " + allowed.shortest() + " caractères.");
        } else if (length > allowed.longest()) {
            problems.add("Le mot de passe doit compter au plus " + allowed.longest() + " caractères.");
        }
        String folded = fold(password);
        if (folded.equals(fold(login)) || folded.equals(fold(email)) || folded.equals(localPart(fold(email)))) {
            problems.add("Le mot de passe ne doit pas reprendre votre identifiant ou votre adresse e-mail.");
        } else if (common.contains(folded)) {
            problems.add("Ce mot de passe est trop courant : choisissez-en un que vous êtes seul à connaître.");
        }
        return problems;
    }

    private static String localPart(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    /** Case, accents and blanks at the ends do not make another password here. */
    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> read(String resource) {
        var stream = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(PasswordPolicy::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
