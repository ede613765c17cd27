package org.navette.funding;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.Browser;
import org.navette.directory.Couloir;
import org.navette.engine.Processes;
import org.navette.funding.Amendments.Amendment;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.process.FundingProcess;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Requests of which an agent wants something changed, and their page as a browser without a screen fills it in. */
@TestComponent
public class ModificationWorld {

    private static final Pattern CONTROL = Pattern.compile("<(input|select)\\b[^>]*>");
    private static final Pattern CHOSEN = Pattern.compile("<option[^>]*value=\"([^\"]*)\"[^>]*selected");

    private final ImportWorld files;
    private final PayingAgency agency;
    private final Processes processes;
    private final Amendments amendments;
    private final FundingRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ModificationWorld(
            ImportWorld files,
            PayingAgency agency,
            Processes processes,
            Amendments amendments,
            FundingRows rows,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.agency = agency;
        this.processes = processes;
        this.amendments = amendments;
        this.rows = rows;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The number of an advance of the published example, of which an agent has named these fields. */
    public String toModify(Enrolled enrolled, Couloir couloir, Field... fields) {
        return toModify(
                enrolled,
                ImportWorld.file(enrolled, RequestType.ADVANCE, couloir).times(1),
                fields);
    }

    /** The same for the one request of a file. */
    public String toModify(Enrolled enrolled, SampleFile file, Field... fields) {
        String number = files.load(enrolled, file).get(0).number();
        transaction.executeWithoutResult(status -> processes.correlate(FundingProcess.COMPLETED, number, Map.of()));
        ask(number, fields);
        return number;
    }

    /** An agent asks for changes. */
    public void ask(String number, Field... fields) {
        List<String> names = Stream.of(fields).map(Field::name).toList();
        agency.decide(
                number, Map.of("outcome", "CHANGES", "fields", names, "awaited", "Le montant n'est pas celui du bon."));
    }

    /** The request as it is. */
    public FundingRequest own(String number) {
        return rows.get(id(number));
    }

    /** Its versions. */
    public List<Amendment> versions(String number) {
        return amendments.of(id(number));
    }

    /** Its status as people read it. */
    public String status(String number) {
        return jdbc.sql("select status_label from request where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** The numbers of the beneficiaries that a request funds. */
    public List<String> funded(String number) {
        return jdbc.sql("select number from funding_beneficiary where request_id = ? and funded order by rank")
                .param(id(number))
                .query(String.class)
                .list();
    }

    /** A column of the request's own part. */
    public @Nullable BigDecimal amount(String number, String column) {
        return jdbc.sql("select " + column + " from funding_request where id = ?")
                .param(id(number))
                .query(BigDecimal.class)
                .optional()
                .orElse(null);
    }

    private long id(String number) {
        return jdbc.sql("select id from request where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    /** The address of the page. */
    public static String path(String number) {
        return "/segur/demandes/" + number + "/modification";
    }

    /** What a browser would send of a page on which nothing is typed, without the buttons. */
    public static Map<String, String> fields(Browser.Page page) {
        String form = page.body().replaceFirst("(?s).*?<form method=\"post\" class=\"card\"", "");
        form = form.substring(0, form.indexOf("</form>"));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(form);
        while (control.find()) {
            String name = attribute(control.group(), "name");
            if (control.group(1).equals("select")) {
                String options = form.substring(control.end(), form.indexOf("</select>", control.end()));
                Matcher chosen = CHOSEN.matcher(options);
                fields.put(name, chosen.find() ? chosen.group(1) : "");
            } else if (!control.group().contains("type=\"checkbox\"")
                    || control.group().contains("checked=")) {
                fields.put(name, attribute(control.group(), "value"));
            }
        }
        return fields;
    }

    /** Types a person's part as the page names it. */
    public static void person(Map<String, String> typed, String prefix, String name) {
        typed.put(prefix + ".nom", name);
        typed.put(prefix + ".email", "nguyen@iles.example");
        typed.put(prefix + ".telephone", "01 99 00 10 03");
    }

    /** What is said beside a field, or about a part; null when nothing is. */
    public static @Nullable String error(Browser.Page page, String id) {
        Matcher link = Pattern.compile("<a href=\"#" + Pattern.quote(id) + "\">([^<]*)</a>")
                .matcher(page.body());
        return link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : null;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }
}
