package org.navette.funding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.Tokens;
import org.navette.funding.Enrolments.Found;
import org.navette.mail.MailSecrets;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links in mails about enrolments. A supplier that has an account is led to its pages; one that has none yet gets a
 * secret link to this one enrolment, made when the mail is sent: no row ever holds it readable.
 */
@Component
public class EnrolmentLinks implements MailSecrets {

    static final Duration LIFE = Duration.ofDays(60);

    private static final String TEMPLATES = "funding/enrolment-";
    /** expired rows removed with each new link, so that no job is needed */
    private static final int PURGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Requests requests;
    private final EnrolmentRows rows;
    private final Suppliers suppliers;

    EnrolmentLinks(JdbcClient jdbc, Clock clock, Requests requests, EnrolmentRows rows, Suppliers suppliers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.requests = requests;
        this.rows = rows;
        this.suppliers = suppliers;
    }

    @Override
    public boolean supports(String template) {
        return template.startsWith(TEMPLATES);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<String, Object> reveal(String template, Map<String, Object> model) {
        String number = (String) model.get("number");
        UUID structure = jdbc.sql("select structure_id from request where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
        if (suppliers.find(structure).isPresent()) {
            return Map.of("link", "/segur/enrolements/" + number);
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from funding_enrolment_link where token_hash in (select token_hash from"
                        + " funding_enrolment_link where expires_at < ? order by expires_at limit ?"
                        + " for update skip locked)")
                .params(now, PURGE)
                .update();
        String token = Tokens.create();
        jdbc.sql("insert into funding_enrolment_link (token_hash, enrolment_id, expires_at)"
                        + " select ?, id, ? from request where number = ?")
                .params(Tokens.hash(token), Timestamp.from(clock.instant().plus(LIFE)), number)
                .update();
        return Map.of("link", "/segur/enrolement/suivi/" + token);
    }

    /** The enrolment of a link; nothing when the link is unknown or over, or the supplier has an account by now. */
    @Transactional(readOnly = true)
    public Optional<Found> follow(String token) {
        return jdbc.sql("select r.number, r.organism_code, r.structure_id from funding_enrolment_link l"
                        + " join request r on r.id = l.enrolment_id where l.token_hash = ? and l.expires_at > ?")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query((row, index) -> Map.entry(
                        row.getString("number"),
                        new Scope(
                                Enrolment.ESPACE,
                                row.getString("organism_code"),
                                row.getObject("structure_id", UUID.class))))
                .optional()
                .filter(found -> suppliers.find(found.getValue().structure()).isEmpty())
                .flatMap(found -> requests.find(found.getValue(), found.getKey()))
                .map(request -> new Found(request, rows.get(request.id())));
    }
}
