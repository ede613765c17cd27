package org.navette.portal;

/**
 * What an espace calls the parts of its history.
 *
 * @param subject what requests are about, "Offre de service"
 * @param person whom they concern, "Personne concernée"
 * @param search the search field, "Numéro ou personne"
 * @param sent before a day, "Déposée"
 * @param date the order by that day, "Date de dépôt"
 */
public record HistoryWords(String subject, String person, String search, String sent, String date) {}
