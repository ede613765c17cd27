package org.navette.partners;

import org.navette.requests.NumberFormat;

/** Ten digits: two of the year, three of the organism, five of the rank in that year, e.g. 2233100011 (PART-11). */
record Numbers(String organism) implements NumberFormat {

    @Override
    public String scope() {
        return PartnerRequest.ESPACE + ":" + organism;
    }

    @Override
    public int last() {
        return 99_999;
    }

    @Override
    public String format(int year, int rank) {
        return "%02d%s%05d".formatted(year % 100, organism, rank);
    }
}
