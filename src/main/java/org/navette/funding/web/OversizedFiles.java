package org.navette.funding.web;

import org.navette.funding.FileCheck;
import org.navette.portal.OversizedUploads;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** The forms of the espace that take a whole file. */
@Configuration(proxyBeanMethods = false)
class OversizedFiles {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> oversizedSimulations() {
        return OversizedUploads.at(FileCheck.LARGEST, Paths.PREFIX + Paths.SIMULATE, Paths.NEW_IMPORT, Paths.TEMPLATES);
    }
}
