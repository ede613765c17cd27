package org.navette.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.navette.NavetteTest;

/**
 * The whole application seen through Chromium. A test that has a parameter of type {@link Visitor} gets a person with a
 * browser of their own, which is closed, and checked for trouble, after the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NavetteTest
@ExtendWith(Chromium.class)
@interface BrowserTest {}
