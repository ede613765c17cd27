package org.navette.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as it is in its table. */
final class AccountRow {

    private AccountRow() {}

    static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("espace"),
                row.getString("login"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getBoolean("active"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "activated_at"),
                instant(row, "password_changed_at"),
                instant(row, "last_login_at"),
                row.getTimestamp("provisional_until") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
