package org.navette.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The espace's people. The caller has checked who may change them. */
@Component("procedureMembers")
public class Members {

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down who an account belongs to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Member member) {
        jdbc.sql("insert into procedure_member (account_id, civility, phone, siret, company_id, standing)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        member.account(),
                        member.civility(),
                        member.phone(),
                        member.siret(),
                        member.company(),
                        member.standing().name())
                .update();
    }

    /** The person behind an account. */
    public Optional<Member> find(UUID account) {
        return jdbc.sql("select * from procedure_member where account_id = ?")
                .param(account)
                .query(Members::member)
                .optional();
    }

    /** The same, held until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Member> lock(UUID account) {
        return jdbc.sql("select * from procedure_member where account_id = ? for update")
                .param(account)
                .query(Members::member)
                .optional();
    }

    /** The people of a company; a few. */
    public List<Member> of(UUID company) {
        return jdbc.sql("select * from procedure_member where company_id = ? order by account_id limit 200")
                .param(company)
                .query(Members::member)
                .list();
    }

    /** Changes how a person is called and reached. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void describe(UUID account, String civility, String phone) {
        jdbc.sql("update procedure_member set civility = ?, phone = ? where account_id = ?")
                .params(civility, phone, account)
                .update();
    }

    /** Gives a person a place in a company, or takes it away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void place(UUID account, @Nullable UUID company, Standing standing) {
        jdbc.sql("update procedure_member set company_id = ?, standing = ? where account_id = ?")
                .params(company, standing.name(), account)
                .update();
    }

    /** Makes a person a reader of a company that is now theirs, whichever they came from. */
    @Transactional(propagation = Propagation.MANDATORY)
    void read(UUID account, UUID company, String siret) {
        jdbc.sql("update procedure_member set company_id = ?, siret = ?, standing = 'READER' where account_id = ?")
                .params(company, siret, account)
                .update();
    }

    private static Member member(ResultSet row, int index) throws SQLException {
        return new Member(
                row.getObject("account_id", UUID.class),
                row.getString("civility"),
                row.getString("phone"),
                row.getString("siret"),
                row.getObject("company_id", UUID.class),
                Standing.valueOf(row.getString("standing")));
    }
}
