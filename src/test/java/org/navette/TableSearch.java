package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for words in whole tables, the engine's among them. */
@Component
public class TableSearch {

    private final JdbcClient jdbc;

    TableSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fails when a table of the engine holds one of these words.
     *
     * @param typed words that are in no model, no code and no login, as a regular expression
     * @param number of a request, so that the search is seen to find something
     */
    public void notInTheEngine(String typed, String number) {
        assertThat(columnsWith(typed, "act\\_%")).isEmpty();
        // the search does find: the number is the business key, and the models' files are bytes
        assertThat(columnsWith(number, "act\\_hi\\_procinst")).contains("act_hi_procinst.business_key_");
        assertThat(columnsWith("UserTask_TakeInCharge", "act\\_ge\\_bytearray")).contains("act_ge_bytearray.bytes_");
    }

    /** The columns of these tables in which a word is found, whatever its case; bytes are read as text. */
    public List<String> columnsWith(String words, String tables) {
        Map<String, List<Column>> columns = jdbc
                .sql("select table_name, column_name, data_type from information_schema.columns"
                        + " where table_schema = 'public' and table_name like ?"
                        + " and data_type in ('character varying', 'character', 'text', 'bytea', 'json', 'jsonb')")
                .param(tables)
                .query((row, index) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Column::table));
        assertThat(columns.size()).isGreaterThan(tables.equals("act\\_%") ? 40 : 0);
        List<String> found = new ArrayList<>();
        columns.forEach((table, all) -> found.addAll(columnsWith(words, table, all)));
        return found;
    }

    /** Reads a table once for all its columns. */
    private List<String> columnsWith(String words, String table, List<Column> columns) {
        String each = columns.stream()
                .map(column -> "count(*) filter (where " + column.text() + " ~* :words)")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + each + " from " + table)
                .param("words", words)
                .query((row, index) -> IntStream.range(0, columns.size())
                        .filter(i -> positive(row, i + 1))
                        .mapToObj(i -> table + "." + columns.get(i).name)
                        .toList())
                .single();
    }

    private static boolean positive(ResultSet row, int column) {
        try {
            return row.getLong(column) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Column(String table, String name, String type) {

        private String text() {
            return type.equals("bytea") ? "encode(" + name + ", 'escape')" : name + "::text";
        }
    }
}
