package org.navette.funding.web;

/** The addresses of the espace. */
final class Paths {

    static final String PREFIX = "/segur";
    static final String HOME = PREFIX + "/accueil";
    static final String ENROL = "/enrolement";
    static final String ENROLMENTS = PREFIX + "/enrolements";
    static final String ENROLMENT = ENROLMENTS + "/{number:ENR\\d{4,10}}";
    static final String IMPORTS = PREFIX + "/imports";
    static final String NEW_IMPORT = IMPORTS + "/nouveau";
    static final String IMPORT = IMPORTS + "/{id:\\d{1,18}}";
    static final String REQUESTS = PREFIX + "/demandes";
    static final String REQUEST = REQUESTS + "/{number:FIN[A-Z0-9]{3}\\d{6}M[01]}";
    static final String TEMPLATES = PREFIX + "/modeles";
    static final String EXPORTS = PREFIX + "/exports";
    static final String INCOMPLETES = PREFIX + "/incompletes";
    static final String ACCOUNT = PREFIX + "/compte";
    static final String SIMULATE = "/simulation";
    static final String DOCUMENTATION = "/documentation";
    static final String QUESTIONS = "/questions";
    static final String CONTACT = "/contact";

    private Paths() {}
}
