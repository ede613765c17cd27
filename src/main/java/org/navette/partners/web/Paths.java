package org.navette.partners.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the espace. */
final class Paths {

    static final String PREFIX = "/partenaires";
    static final String ORGANISM = PREFIX + "/organisme";
    static final String HOME = PREFIX + "/accueil";
    static final String DEPOSIT = PREFIX + "/demandes/nouvelle";
    static final String REQUESTS = PREFIX + "/demandes";
    static final String TECHNICIANS = PREFIX + "/techniciens";

    private static final Pattern REQUEST = Pattern.compile(REQUESTS + "/\\d{2}(\\w{3})\\d{5}\\b.*");

    private Paths() {}

    static String request(String number) {
        return REQUESTS + "/" + number;
    }

    /** Code of the organism to which a page about a request belongs: its number tells (PART-11). */
    static Optional<String> organismOf(String path) {
        Matcher request = REQUEST.matcher(path);
        return request.matches() ? Optional.of(request.group(1)) : Optional.empty();
    }
}
