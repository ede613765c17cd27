package org.navette.providers.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What all pages with criteria show: what was typed, and what is wrong with it. */
final class SearchPages {

    private SearchPages() {}

    /** The page, with the status that tells that a criterion is wrong. */
    static ModelAndView page(String view, TypedCriteria read) {
        HttpStatus status = read.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        return new ModelAndView(view, status)
                .addObject("values", read.values())
                .addObject("errors", read.errors())
                .addObject("unread", read.unread());
    }
}
