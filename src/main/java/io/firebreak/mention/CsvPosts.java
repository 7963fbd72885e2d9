package io.firebreak.mention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.rule.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table with posts: its first line names the columns, in any order. */
final class CsvPosts {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private CsvPosts() {}

    /**
     * @throws Refusal when the text is no such table
     */
    static UploadedRows read(String text) {
        String table = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        UploadedRows rows = new UploadedRows();
        long end = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(table), format(table))) {
            Map<UploadColumn, Integer> columns = null;
            for (CSVRecord record : parser) {
                if (columns == null) {
                    columns = columns(record, rows);
                } else {
                    fill(rows.add((int) (parser.getCurrentLineNumber() - breaksIn(record))), record, columns);
                }
                end = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw Refusal.invalid(
                    "posts",
                    "The table can't be read from line %d on: a quotation mark is not closed, or something stands after it."
                            .formatted(end + 1));
        }
        return rows;
    }

    private static CSVFormat format(String table) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiterOf(table.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    private static char delimiterOf(String heading) {
        return DELIMITERS.stream()
                .max((one, other) -> Long.compare(count(heading, one), count(heading, other)))
                .orElseThrow();
    }

    private static long count(String heading, char delimiter) {
        return heading.chars().filter(character -> character == delimiter).count();
    }

    private static Map<UploadColumn, Integer> columns(CSVRecord heading, UploadedRows rows) {
        Map<UploadColumn, Integer> columns = new EnumMap<>(UploadColumn.class);
        for (int index = 0; index < heading.size(); index++) {
            Optional<UploadColumn> column = UploadColumn.of(heading.get(index));
            if (column.isEmpty() || columns.putIfAbsent(column.get(), index) != null) {
                rows.leaveOut(heading.get(index));
            }
        }
        if (!columns.containsKey(UploadColumn.TEXT)) {
            throw Refusal.invalid(
                    "posts",
                    "No column of the table is named \"text\"; please name the columns in the first line, for example"
                            + " link, author, date, text.");
        }
        return columns;
    }

    /** A text in quotation marks may go over several lines. */
    private static long breaksIn(CSVRecord record) {
        return record.stream()
                .mapToLong(value -> value.lines().count())
                .map(lines -> Math.max(0, lines - 1))
                .sum();
    }

    private static void fill(ObjectNode item, CSVRecord record, Map<UploadColumn, Integer> columns) {
        columns.forEach((column, index) -> {
            String value = index < record.size() ? record.get(index).strip() : "";
            if (!value.isEmpty()) {
                put(column.isOfAuthor() ? item.withObject("/author") : item, column, value);
            }
        });
    }

    private static void put(ObjectNode item, UploadColumn column, String value) {
        if (column == UploadColumn.REACH && value.matches("\\d{1,18}")) {
            item.put(column.field(), Long.parseLong(value));
        } else {
            item.put(column.field(), value);
        }
    }
}
