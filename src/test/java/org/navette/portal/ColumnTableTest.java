package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.portal.ColumnTable.Column;
import org.navette.portal.ColumnTable.Head;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("A table with columns to filter and sort")
class ColumnTableTest {

    private record Row(String name, int rank) {}

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.words("nom", "Nom", Row::name),
            Column.by("rang", "Rang", row -> "n°\u00a0" + row.rank(), Row::rank));
    private static final List<Row> ROWS = List.of(new Row("Zoé", 2), new Row("Éloi", 10), new Row("elsa", 1));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/liste");

    private ColumnTable<Row> table() {
        return ColumnTable.of(request, COLUMNS, ROWS);
    }

    @Test
    @DisplayName("FUND-07 leaves rows as they come when nothing is asked")
    void plain() {
        assertThat(table().rows()).isEqualTo(ROWS);
        assertThat(table().isFiltered()).isFalse();
        assertThat(table().sortedBy()).isNull();
    }

    @Test
    @DisplayName("FUND-07 finds words whatever their case and accents, in every column at once")
    void filters() {
        request.setParameter("f-nom", " ÉL ");
        assertThat(table().rows()).extracting(Row::name).containsExactly("Éloi", "elsa".substring(0, 0) + "elsa");
        request.setParameter("f-rang", "n° 1");
        assertThat(table().rows()).extracting(Row::rank).containsExactly(10, 1);
        request.setParameter("f-nom", "oi");
        assertThat(table().rows()).extracting(Row::name).containsExactly("Éloi");
        assertThat(table().total()).isEqualTo(3);
    }

    @Test
    @DisplayName("FUND-07 sorts words as French does and numbers as numbers, the other way round when asked again")
    void sorts() {
        request.setParameter("tri", "nom");
        assertThat(table().rows()).extracting(Row::name).containsExactly("Éloi", "elsa", "Zoé");
        Head head = table().columns().get(0);
        assertThat(head.sorted()).isEqualTo("ascending");
        assertThat(head.sort()).isEqualTo("/liste?tri=nom&ordre=decroissant");
        request.setParameter("tri", "rang");
        request.setParameter("ordre", "decroissant");
        assertThat(table().rows()).extracting(Row::rank).containsExactly(10, 2, 1);
        assertThat(table().columns().get(1).sort()).isEqualTo("/liste?tri=rang");
    }

    @Test
    @DisplayName("FUND-07 keeps filters when sorted, whatever was typed, and takes what is unknown for not asked")
    void hostile() {
        request.setParameter("f-nom", "a&tri=x {rang} %");
        request.setParameter("tri", "'; drop table");
        ColumnTable<Row> table = table();
        assertThat(table.rows()).isEmpty();
        assertThat(table.columns().get(1).sort()).isEqualTo("/liste?f-nom=a%26tri%3Dx%20%7Brang%7D%20%25&tri=rang");
        assertThat(table.sortedBy()).isNull();
        request.setParameter("f-nom", "x".repeat(5000));
        assertThat(table().columns().get(0).filter()).hasSize(100);
    }

    @Test
    @DisplayName("FUND-19 keeps the criteria of a search whatever is filtered and sorted")
    void keepsCriteria() {
        request.setParameter("logiciel", "DUI", "a&b {c}", " ");
        request.setParameter("autre", "non");
        request.setParameter("f-nom", "o");
        ColumnTable<Row> table = ColumnTable.of(request, List.of("numero", "logiciel"), COLUMNS, ROWS);
        assertThat(table.kept()).extracting(ColumnTable.Kept::value).containsExactly("DUI", "a&b {c}");
        assertThat(table.columns().get(1).sort())
                .isEqualTo("/liste?logiciel=DUI&logiciel=a%26b%20%7Bc%7D&f-nom=o&tri=rang");
        assertThat(table.unfiltered()).isEqualTo("/liste?logiciel=DUI&logiciel=a%26b%20%7Bc%7D");
    }

    @Test
    @DisplayName("FUND-19 shows fifty rows on a page; the other pages keep criteria, filters and order")
    void pages() {
        List<Row> many = IntStream.rangeClosed(1, 120)
                .mapToObj(rank -> new Row("Nom & " + rank, rank))
                .toList();
        request.setParameter("logiciel", "DUI");
        request.setParameter("f-nom", "nom &");
        request.setParameter("tri", "rang");
        request.setParameter("ordre", "decroissant");
        request.setParameter("page", "2");
        ColumnTable<Row> table = ColumnTable.of(request, List.of("logiciel"), COLUMNS, many);
        assertThat(table.rows()).hasSize(50).first().isEqualTo(many.get(69));
        assertThat(table.page().offered()).containsExactly(1, 2, 3);
        assertThat(table.toPage("/liste", 3))
                .isEqualTo("/liste?logiciel=DUI&f-nom=nom%20%26&tri=rang&ordre=decroissant&page=3");
        assertThat(table.columns().get(0).sort()).doesNotContain("page=");
        assertThat(table.unfiltered()).doesNotContain("page=");
        for (var asked : Map.of("3", 20, "4", 20, "999999999", 20, "0", 50, "-1", 50, "9999999999", 50, "x", 50)
                .entrySet()) {
            request.setParameter("page", asked.getKey());
            assertThat(ColumnTable.of(request, COLUMNS, many).rows())
                    .as(asked.getKey())
                    .hasSize(asked.getValue());
        }
    }
}
