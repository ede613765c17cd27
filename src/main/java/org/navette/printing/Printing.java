package org.navette.printing;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a template as PDF: text that can be selected, tagged for screen readers, with the fonts in the file. A template
 * is well-formed XHTML with its language, title and styles in itself; it reaches neither the network nor a file, and its
 * fonts are the families {@code Latin} and {@code Arabic}, regular or bold.
 */
@Component
public class Printing {

    private static final String FOLDER = "templates/print/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)+");

    /** What XML cannot hold, not even escaped. */
    private static final Pattern NO_XML = Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    // not a bean: the pages' engine is Spring Boot's own and must stay the only one
    private final ITemplateEngine templates = engine();

    /**
     * Prints a form.
     *
     * @param template such as {@code providers/membership}: {@code templates/print/<template>.html}
     * @param model what the template shows
     * @throws IllegalArgumentException when the template does not exist
     * @throws IllegalStateException when it asks for something outside of itself
     */
    public byte[] pdf(String template, Map<String, Object> model) {
        if (!NAME.matcher(template).matches() || !new ClassPathResource(FOLDER + template + ".html").exists()) {
            throw new IllegalArgumentException("no print template " + template);
        }
        return render(templates.process(template, new Context(Locale.FRENCH, model)));
    }

    static byte[] render(String html) {
        Set<String> refused = new LinkedHashSet<>();
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(NO_XML.matcher(html).replaceAll(""), null)
                .toStream(bytes)
                .withProducer("Navette")
                .usePdfUaAccessibility(true)
                // knows that no line ends after the apostrophe of l’accès or inside of French quotation marks
                .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.FRENCH))
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useExternalResourceAccessControl(
                        (uri, type) -> {
                            refused.add(uri);
                            return false;
                        },
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        Fonts.in(builder);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("a print template asks for " + refused);
        }
        return bytes.toByteArray();
    }

    private static ITemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver(Printing.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver);
        return engine;
    }
}
