package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.Assertions;
import org.navette.directory.CareEstablishment;
import org.navette.funding.FundingWorld;
import org.navette.funding.Supplier;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;

/**
 * A person with a browser. Whatever goes wrong meanwhile is remembered: errors in the console or in scripts, answers of
 * 400 and more that the test did not announce.
 */
final class Visitor {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int PHONE = 375;
    /** WCAG 2.2's reflow at 400 % zoom, and the smallest phones. */
    private static final int NARROW = 320;

    private static final int HEIGHT = 900;
    private static final String SESSION = "NAVETTE";

    private final int port;
    private final String origin;
    private final BrowserContext context;
    private final List<String> trouble = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    /** The page that the person looks at. */
    final Page page;

    Visitor(Browser browser, int port, String language) {
        this.port = port;
        origin = "http://localhost:" + port;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Paris")
                .setViewportSize(WIDE, HEIGHT)
                .setAcceptDownloads(true)
                // an address of one's own, so that throttling in one test is not felt in another
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", address())));
        // far beyond what any page takes: a busy machine fails no test
        context.setDefaultTimeout(45_000);
        context.onResponse(this::watch);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isAnnounced(message.text())) {
                trouble.add(
                        "console: " + message.text() + " on " + message.page().url());
            }
        });
        context.onWebError(error -> trouble.add("script: " + error.error()));
        page = context.newPage();
        // dialogs are intercepted from the start: a native one that slips through would block all that follow
        page.onFileChooser(ignored -> {});
    }

    private static String address() {
        var random = ThreadLocalRandom.current();
        return "198.19." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }

    private void watch(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            trouble.add(response.status() + " " + response.request().method() + " " + response.url());
        }
    }

    /** Chromium writes refused requests to the console too. */
    private boolean isAnnounced(String text) {
        return expected.stream()
                .anyMatch(status -> text.startsWith("Failed to load resource") && text.contains("status of " + status));
    }

    /** From now on this status is no trouble. */
    Visitor expecting(int status) {
        expected.add(status);
        return this;
    }

    Visitor open(String path) {
        page.navigate(origin + path);
        return this;
    }

    /** Signs in on the login page. */
    Visitor signIn(String login, String password) {
        open("/partenaires/connexion");
        field("Identifiant (adresse e-mail)").fill(login);
        field("Mot de passe").fill(password);
        button("Se connecter").click();
        return this;
    }

    /**
     * Is signed in as the desk's person, with the organism chosen, and on the page that comes then. Nothing is typed: the
     * tests of signing in and of the choice do that.
     */
    Visitor at(PartnerWorld world, Desk desk) {
        String session = Objects.requireNonNull(world.browser(desk, port).cookie(SESSION));
        // as the server writes it
        context.addCookies(List.of(new Cookie(SESSION, session).setUrl(origin)));
        return open("/partenaires");
    }

    /** Is signed in to the espace of procedures. */
    Visitor at(ProcedureWorld world, Office office) {
        String session = Objects.requireNonNull(world.browser(office, port).cookie(SESSION));
        context.addCookies(List.of(new Cookie(SESSION, session).setUrl(origin)));
        return open("/demarches");
    }

    /** Is signed in to the espace of the Ségur. */
    Visitor at(FundingWorld world, Supplier supplier) {
        String session = Objects.requireNonNull(world.browser(supplier, port).cookie(SESSION));
        context.addCookies(List.of(new Cookie(SESSION, session).setUrl(origin)));
        return open("/segur/accueil");
    }

    /** Is signed in to the portal of health professionals, with the principal account of a profile. */
    Visitor at(ProviderWorld world, CareEstablishment establishment, Profile profile) {
        String session = Objects.requireNonNull(
                world.browser(establishment, profile, port).cookie(SESSION));
        context.addCookies(List.of(new Cookie(SESSION, session).setUrl(origin)));
        return open("/soins/accueil");
    }

    /** Chooses an organism on its page. */
    Visitor choose(String organism) {
        page.getByLabel("Avec quel organisme").selectOption(organism);
        button("Valider").click();
        return this;
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A text field, by its name as it is read out; a star for "required" is not part of it. */
    Locator field(String name) {
        return name.startsWith("Mot de passe") || name.startsWith("Nouveau mot de passe")
                ? page.getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                : page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator select(String name) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A choice that is shown as a chip: people click its words. */
    Locator chip(String name) {
        return page.locator(".chip").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Waits for the page with this main heading. */
    Visitor sees(String heading) {
        Locator h1 = page.locator("h1");
        await(h1.filter(new Locator.FilterOptions().setHasText(heading)));
        assertThat(h1).hasText(heading);
        return this;
    }

    /** Waits for a text on the page. */
    Visitor reads(String text) {
        Locator main = page.locator("main");
        await(main.filter(new Locator.FilterOptions().setHasText(text)));
        assertThat(main).containsText(text);
        return this;
    }

    /** Goes on in the very frame in which the element appears: an assertion asks again after 100, 250, 500 ms. */
    private static void await(Locator element) {
        try {
            element.waitFor();
        } catch (TimeoutError e) {
            // the assertion that follows says what is there instead
        }
    }

    /** The path and query of the page. */
    String path() {
        return page.url().substring(origin.length());
    }

    /**
     * Looks at the page with every eye: accessibility rules, language, one main heading, nothing wider than a phone. Keeps
     * a picture of it, wide and on a phone.
     *
     * @param step name of the pictures
     */
    Visitor looks(String step) {
        Assertions.assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
        assertThat(page.locator("h1")).hasCount(1);
        Assertions.assertThat(page.title()).isNotBlank().doesNotContain("??");
        Assertions.assertThat(page.locator("body").innerText())
                .as("a message that is missing from its bundle")
                .doesNotContain("??");
        isAccessible(step);
        photograph(step + "-" + WIDE);
        page.setViewportSize(PHONE, HEIGHT);
        fits(PHONE, step);
        photograph(step + "-" + PHONE);
        page.setViewportSize(NARROW, HEIGHT);
        fits(NARROW, step);
        page.setViewportSize(WIDE, HEIGHT);
        return this;
    }

    private void isAccessible(String step) {
        Assertions.assertThat(Accessibility.violations(page)).as(step).isEmpty();
    }

    private void fits(int width, String step) {
        Object widest = page.evaluate("() => document.documentElement.scrollWidth");
        Assertions.assertThat(((Number) widest).intValue())
                .as("%s must not scroll sideways at %d px", step, width)
                .isLessThanOrEqualTo(width);
    }

    /** Keeps a picture of the whole page. */
    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    /**
     * Takes a picture for the guide of process owners. It replaces the one of {@code src/docs/images} only when the tests
     * run with {@code -Dnavette.docs.images=true}; a usual run leaves the sources as they are.
     */
    void illustrate(String name) {
        boolean kept = Boolean.getBoolean("navette.docs.images");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath((kept ? Path.of("src/docs/images") : SCREENSHOTS).resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    /** Closes the browser; returns what went wrong in it. */
    List<String> leave() {
        context.close();
        return trouble;
    }
}
