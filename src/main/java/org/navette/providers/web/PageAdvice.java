package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.navette.portal.Shell;
import org.navette.portal.ShellAdvice;
import org.navette.providers.Profile;
import org.navette.providers.ProviderAccount;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What every page of the espace shows around its content, by profile, and to everyone. */
@Component("providersPageAdvice")
@ControllerAdvice(basePackageClasses = ProviderLogin.class)
class PageAdvice extends ShellAdvice<ProviderAccount> {

    PageAdvice(AccountArguments accounts) {
        super(accounts);
    }

    @Override
    protected Shell shell(Optional<ProviderAccount> account, HttpServletRequest request) {
        String uri = request.getRequestURI();
        return new Shell(
                "Portail des professionnels de santé",
                Paths.PREFIX,
                null,
                null,
                false,
                account.map(PageAdvice::person).orElse(null),
                account.map(it -> it.establishment().name()).orElse(null),
                account.map(it -> own(it, uri)).orElseGet(() -> open(uri)));
    }

    private static String person(ProviderAccount account) {
        return account.establishment().inpe() + " – " + account.profile().label();
    }

    private static List<Shell.Item> own(ProviderAccount account, String uri) {
        List<Shell.Item> items = new ArrayList<>();
        items.add(item("Accueil", Paths.HOME, uri));
        if (account.profile() == Profile.PEC) {
            items.add(item("Droits assurés", Paths.RIGHTS, uri));
            items.add(item("Suivi des demandes de prise en charge", Paths.AGREEMENTS, uri));
            items.add(item("Récapitulatif des prises en charge", Paths.AGREEMENTS_RECAP, uri));
        } else {
            items.add(item("Suivi des dossiers de remboursement", Paths.FILES, uri));
            items.add(item("Détail des paiements", Paths.PAYMENTS, uri));
            items.add(item("Paiements par date d'émission", Paths.ISSUES, uri));
            items.add(item("Récapitulatif", Paths.FILES_RECAP, uri));
        }
        if (account.isPrincipal()) {
            items.add(item("Sous-comptes", Paths.SECONDARY, uri));
        }
        items.add(item("Mon compte", Paths.PREFIX + Paths.ACCOUNT, uri));
        return items;
    }

    private static List<Shell.Item> open(String uri) {
        return List.of(
                new Shell.Item("Accueil", Paths.PREFIX, uri.equals(Paths.PREFIX)),
                item("Nouvelle adhésion", Paths.PREFIX + Paths.JOIN, uri),
                item("Suivre ma demande", Paths.PREFIX + Paths.FOLLOW, uri),
                item("Se connecter", Paths.PREFIX + Paths.SIGN_IN, uri));
    }

    private static Shell.Item item(String label, String href, String uri) {
        return new Shell.Item(label, href, uri.equals(href) || uri.startsWith(href + "/"));
    }
}
