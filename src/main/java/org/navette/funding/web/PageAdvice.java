package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.navette.funding.Supplier;
import org.navette.portal.Shell;
import org.navette.portal.ShellAdvice;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What every page of the espace shows around its content, to suppliers and to everyone. */
@Component("fundingPageAdvice")
@ControllerAdvice(basePackageClasses = FundingLogin.class)
class PageAdvice extends ShellAdvice<Supplier> {

    PageAdvice(SupplierArguments suppliers) {
        super(suppliers);
    }

    @Override
    protected Shell shell(Optional<Supplier> supplier, HttpServletRequest request) {
        String uri = request.getRequestURI();
        return new Shell(
                "Ségur numérique",
                Paths.PREFIX,
                null,
                null,
                false,
                supplier.map(Supplier::uid).orElse(null),
                supplier.map(Supplier::name).orElse(null),
                supplier.isPresent() ? own(uri) : open(uri));
    }

    /** The pages of a supplier. */
    private static List<Shell.Item> own(String uri) {
        return List.of(
                item("Accueil", Paths.HOME, uri),
                item("Enrôlement", Paths.ENROLMENTS, uri),
                new Shell.Item(
                        "Importation JSON",
                        Paths.IMPORTS,
                        uri.startsWith(Paths.IMPORTS) || uri.startsWith(Paths.INCOMPLETES)),
                item("Demandes de financement", Paths.REQUESTS, uri),
                item("Exports", Paths.EXPORTS, uri),
                item("Mon compte", Paths.ACCOUNT, uri),
                item("Besoin d'aide ?", Paths.PREFIX + Paths.QUESTIONS, uri));
    }

    /** The pages of everyone. */
    private static List<Shell.Item> open(String uri) {
        return List.of(
                new Shell.Item("Accueil", Paths.PREFIX, uri.equals(Paths.PREFIX)),
                item("Demander un enrôlement", Paths.PREFIX + Paths.ENROL, uri),
                item("Simuler un fichier JSON", Paths.PREFIX + Paths.SIMULATE, uri),
                item("Questions fréquentes", Paths.PREFIX + Paths.QUESTIONS, uri),
                item("Contact", Paths.PREFIX + Paths.CONTACT, uri),
                new Shell.Item("Se connecter", Paths.PREFIX + "/connexion", false));
    }

    private static Shell.Item item(String label, String href, String uri) {
        return new Shell.Item(label, href, uri.equals(href) || uri.startsWith(href + "/"));
    }
}
