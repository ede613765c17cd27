package org.navette.accounts.web;

import java.util.Arrays;
import java.util.List;
import org.navette.accounts.Accounts;
import org.navette.accounts.Confirmations;
import org.navette.accounts.EmailChanges;
import org.navette.accounts.Entrance;
import org.navette.accounts.EspaceFrame;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.LoginReminders;
import org.navette.accounts.OneTimeLinks;
import org.navette.accounts.OwnPassword;
import org.navette.accounts.Throttle;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Entrance entrance;
    private final Accounts accounts;
    private final LoginReminders reminders;
    private final OneTimeLinks links;
    private final Throttle throttle;
    private final Confirmations confirmations;
    private final EmailChanges changes;
    private final OwnPassword passwords;
    private final List<EspaceFrame> frames;

    EspacePages(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<EspaceLogin> logins,
            Entrance entrance,
            Accounts accounts,
            LoginReminders reminders,
            OneTimeLinks links,
            Throttle throttle,
            Confirmations confirmations,
            EmailChanges changes,
            OwnPassword passwords,
            ObjectProvider<EspaceFrame> frames) {
        this.mapping = mapping;
        this.logins = logins;
        this.entrance = entrance;
        this.accounts = accounts;
        this.reminders = reminders;
        this.links = links;
        this.throttle = throttle;
        this.confirmations = confirmations;
        this.changes = changes;
        this.passwords = passwords;
        this.frames = frames.orderedStream().toList();
    }

    @Override
    public void afterPropertiesSet() {
        for (var login : logins) {
            register(login, new KeepAlive());
            register(login, new RefusalPage(login));
            if (!login.loginName().isAskedByEspace()) {
                registerSigningIn(login);
            }
            if (login.ownAccount() != null) {
                registerOwn(login);
            }
        }
    }

    private void registerSigningIn(EspaceLogin login) {
        register(login, new LoginPage(login, entrance));
        register(login, new PasswordPages(login, accounts, links, throttle));
        if (login.loginName().canBeForgotten()) {
            register(login, new ForgottenLoginPage(login, reminders, throttle));
        }
        register(login, new ConfirmationPage(login, confirmations));
    }

    private void registerOwn(EspaceLogin login) {
        var own = new OwnPages(login, frames);
        register(login, new OwnPasswordPage(login, own, passwords, changes));
        if (!login.loginName().isAskedByEspace()) {
            register(login, new EmailPage(own, changes));
            register(login, new NewEmailPage(login, changes));
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
