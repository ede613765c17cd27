package org.navette;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.vendor.thaiopensource.relaxng.impl.CombineValidator;
import nu.validator.vendor.thaiopensource.util.PropertyMap;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.IncorrectSchemaException;
import nu.validator.vendor.thaiopensource.validate.Schema;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.Validator;
import nu.validator.vendor.thaiopensource.validate.prop.rng.RngProperty;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import nu.validator.vendor.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.ariaattributes.AriaAttributeDroppingSchemaWrapper;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The rules of HTML as the Nu checker knows them, which the W3C runs. Its own entrance would bring a web server and its
 * client, a log and an XSLT processor into all tests: here its schema and its checks are put together without them. All
 * that they read is in its jar.
 */
public final class HtmlRules {

    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";
    /** Around a piece of a page that a script asks for. */
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"fr\"><head><title>-</title></head><body>%s</body></html>";

    private static final int EXTRACT = 160;
    /** Deep recursion, deeper than a thread's usual stack. */
    private static final int STACK = 64 << 20;

    private static List<Schema> schemas = List.of();

    private HtmlRules() {}

    /** What a page does against the rules, a text for each time; empty when it keeps them all. */
    public static List<String> errors(String page) {
        String html = page.stripLeading().regionMatches(true, 0, "<!DOCTYPE", 0, 9) ? page : PAGE.formatted(page);
        Errors errors = new Errors(html.lines().toList());
        PropertyMap properties = properties(errors);
        Validator checks = schemas().stream()
                .map(schema -> schema.createValidator(properties))
                .reduce(CombineValidator::new)
                .orElseThrow();
        HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setMappingLangToXmlLang(true);
        parser.setContentHandler(checks.getContentHandler());
        parser.setErrorHandler(errors);
        try {
            parser.parse(new InputSource(new StringReader(html)));
        } catch (SAXException | IOException e) {
            throw new AssertionError("the page cannot be checked", e);
        }
        return errors.found;
    }

    private static PropertyMap properties(ErrorHandler errors) {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, errors);
        properties.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
        properties.put(ValidateProperty.ENTITY_RESOLVER, inJar());
        RngProperty.CHECK_ID_IDREF.add(properties);
        return properties.toPropertyMap();
    }

    /** Read once; not when the class is loaded, as the thread with the deep stack would wait for that. */
    private static synchronized List<Schema> schemas() {
        if (schemas.isEmpty()) {
            schemas = List.of(
                    onDeepStack(HtmlRules::schema),
                    CheckerSchema.ASSERTION_SCH,
                    CheckerSchema.TABLE_CHECKER,
                    CheckerSchema.DUPLICATE_DT_CHECKER,
                    CheckerSchema.HEADING_HIERARCHY_CHECKER,
                    CheckerSchema.NORMALIZATION_CHECKER,
                    CheckerSchema.TEXT_CONTENT_CHECKER,
                    CheckerSchema.USEMAP_CHECKER);
        }
        return schemas;
    }

    private static Schema onDeepStack(Callable<Schema> reading) {
        FutureTask<Schema> task = new FutureTask<>(reading);
        new Thread(null, task, "grammar of HTML", STACK).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EntityResolver inJar() {
        LocalCacheEntityResolver resolver = new LocalCacheEntityResolver(new NullEntityResolver());
        resolver.setAllowRnc(true);
        return resolver;
    }

    /** The grammar; what its language cannot say, such as data-* attributes, is taken out of pages before. */
    private static Schema schema() {
        Errors ofGrammar = new Errors(List.of());
        PropertyMap properties = properties(ofGrammar);
        try {
            Schema schema =
                    CompactSchemaReader.getInstance().createSchema(inJar().resolveEntity(null, SCHEMA), properties);
            schema = new DataAttributeDroppingSchemaWrapper(schema);
            schema = new AriaAttributeDroppingSchemaWrapper(schema);
            schema = new XmlLangAttributeDroppingSchemaWrapper(schema);
            schema = new RoleAttributeFilteringSchemaWrapper(schema);
            schema = new TemplateElementDroppingSchemaWrapper(schema);
            return new NamespaceChangingSchemaWrapper(schema);
        } catch (SAXException | IOException | IncorrectSchemaException e) {
            throw new IllegalStateException(ofGrammar.found.toString(), e);
        }
    }

    private static final class Errors implements ErrorHandler {

        private final List<String> lines;
        private final List<String> found = new ArrayList<>();

        private Errors(List<String> lines) {
            this.lines = lines;
        }

        /** Advice, not rules. */
        @Override
        public void warning(SAXParseException advice) {}

        @Override
        public void error(SAXParseException error) {
            found.add(error.getMessage() + extract(error.getLineNumber(), error.getColumnNumber()));
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }

        /** What stands before the place: it is the end of a tag. */
        private String extract(int line, int column) {
            if (line < 1 || line > lines.size()) {
                return "";
            }
            String text = lines.get(line - 1);
            int end = Math.max(0, Math.min(column, text.length()));
            return " – " + text.substring(Math.max(0, end - EXTRACT), end).strip();
        }
    }
}
