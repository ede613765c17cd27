package org.navette.privacy.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/** A controller of pages for the data officer, whom alone the agents' chain lets in below {@link #ROOT}. */
@Documented
@Controller
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OfficerPage {

    /** Where these pages begin. */
    String ROOT = "/agents/donnees";
}
