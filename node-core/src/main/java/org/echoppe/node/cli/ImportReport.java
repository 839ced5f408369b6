package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.echoppe.catalogue.ImportPlan;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.RowNote;

/** What an import did, or would do. */
record ImportReport(ImportPlan plan, boolean dryRun, Optional<Path> errors) {
    /** Rows told on the terminal; the errors file has them all. */
    private static final int TOLD = 20;

    private static final int CELL = 40;

    void print(Session session) {
        if (session.json()) {
            session.answer(json(session));
        } else {
            text(session);
        }
    }

    private void text(Session session) {
        var sheet = plan.sheet();
        session.remark("import.read", sheet.rows().size(), sheet.encoding().name(), delimiter());
        mapping(session);
        tell(plan.rejected(), "import.row", session);
        if (dryRun) {
            changes(session);
            tell(plan.warnings(), "import.warning", session);
        }
        session.say(
                dryRun ? "import.would" : "import.did",
                plan.added().size(),
                plan.changed().size(),
                plan.unchanged(),
                plan.rejectedRows());
        errors.ifPresent(file -> session.remark("import.errors", file));
    }

    private void mapping(Session session) {
        var header = plan.sheet().header();
        var table = new Table();
        plan.mapping()
                .columns()
                .forEach((column, field) ->
                        table.row("  " + header.get(column), "→ " + field.key(), field.label(session.language())));
        plan.mapping()
                .constants()
                .forEach((field, text) ->
                        table.row("  “" + text + "”", "→ " + field.key(), field.label(session.language())));
        table.print(new RemarkLines(session.output()));
    }

    private void changes(Session session) {
        plan.changed().stream()
                .limit(TOLD)
                .forEach(changed -> changed.changes()
                        .forEach(change -> session.output()
                                .remark("  %s: %s: %s → %s"
                                        .formatted(
                                                changed.after().record().name(),
                                                change.field().key(),
                                                cut(change.before()),
                                                cut(change.after())))));
    }

    private void tell(List<RowNote> notes, String key, Session session) {
        notes.stream()
                .limit(TOLD)
                .forEach(note -> session.remark(
                        key, Integer.toString(note.row()), place(note), note.sentence(session.language())));
        if (notes.size() > TOLD) {
            session.remark("import.more", notes.size() - TOLD);
        }
    }

    private static String place(RowNote note) {
        return note.column().isEmpty() ? note.problem().field() : note.column();
    }

    private static String cut(String text) {
        return text.length() <= CELL ? text : text.substring(0, CELL) + "…";
    }

    private String delimiter() {
        return plan.sheet().delimiter() == '\t'
                ? "TAB"
                : String.valueOf(plan.sheet().delimiter());
    }

    private Map<String, Object> json(Session session) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", plan.sheet().file().toString());
        json.put("encoding", plan.sheet().encoding().name());
        json.put("byteOrderMark", plan.sheet().byteOrderMark());
        json.put("delimiter", String.valueOf(plan.sheet().delimiter()));
        json.put("key", plan.key().key());
        json.put("columns", columns());
        json.put("constants", constants());
        json.put("dryRun", dryRun);
        json.put("rows", plan.sheet().rows().size());
        json.put("added", plan.added().size());
        json.put("changed", plan.changed().size());
        json.put("unchanged", plan.unchanged());
        json.put("rejected", plan.rejectedRows());
        json.put(
                "notes",
                Stream.concat(
                                plan.rejected().stream().map(note -> note(note, true, session)),
                                plan.warnings().stream().map(note -> note(note, false, session)))
                        .toList());
        errors.ifPresent(file -> json.put("errors", file.toString()));
        return json;
    }

    private Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        plan.mapping()
                .columns()
                .forEach((column, field) -> columns.put(plan.sheet().header().get(column), field.key()));
        return columns;
    }

    private Map<String, String> constants() {
        var constants = new LinkedHashMap<String, String>();
        for (Map.Entry<ProductField, String> entry : plan.mapping().constants().entrySet()) {
            constants.put(entry.getKey().key(), entry.getValue());
        }
        return constants;
    }

    private static Map<String, Object> note(RowNote note, boolean rejected, Session session) {
        var json = new LinkedHashMap<String, Object>();
        json.put("row", note.row());
        json.put("rejected", rejected);
        json.put("column", note.column());
        json.put("field", note.problem().field());
        json.put("cell", note.cell());
        json.put("code", note.problem().fault().code());
        json.put("reason", note.sentence(session.language()));
        return json;
    }
}
