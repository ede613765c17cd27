package org.navette.accounts.web;

import java.util.Arrays;
import java.util.List;
import org.navette.accounts.Accounts;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.OneTimeLinks;
import org.navette.accounts.SignIn;
import org.navette.accounts.Throttle;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the pages around signing in under the prefix of each espace, each with its own literal path. */
@Component
class EspacePages implements InitializingBean {

    private final RequestMappingHandlerMapping mapping;
    private final List<EspaceLogin> logins;
    private final SignIn signIn;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Throttle throttle;

    EspacePages(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<EspaceLogin> logins,
            SignIn signIn,
            Accounts accounts,
            OneTimeLinks links,
            Throttle throttle) {
        this.mapping = mapping;
        this.logins = logins;
        this.signIn = signIn;
        this.accounts = accounts;
        this.links = links;
        this.throttle = throttle;
    }

    @Override
    public void afterPropertiesSet() {
        for (var login : logins) {
            register(login, new LoginPage(login, signIn));
            register(login, new PasswordPages(login, accounts, links, throttle));
            register(login, new RefusalPage(login));
        }
    }

    private void register(EspaceLogin login, Object pages) {
        for (var method : pages.getClass().getDeclaredMethods()) {
            var route = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (route != null) {
                String[] paths = Arrays.stream(route.path())
                        .map(path -> login.prefix() + path)
                        .toArray(String[]::new);
                var info = RequestMappingInfo.paths(paths)
                        .methods(route.method())
                        .options(mapping.getBuilderConfiguration())
                        .build();
                mapping.registerMapping(info, pages, method);
            }
        }
    }
}
