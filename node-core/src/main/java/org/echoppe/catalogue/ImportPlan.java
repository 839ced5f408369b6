package org.echoppe.catalogue;

import java.util.List;

/**
 * What an import would do. Nothing is written before {@link Importer#accept}.
 *
 * @param rejected one or more for each row that is left out; it has no entry in {@code rows}
 * @param warnings what was taken otherwise than it stands in the file, or left out of it
 * @param rejectedRows how many rows are left out
 */
public record ImportPlan(
        Spreadsheet sheet,
        Mapping mapping,
        ProductKey key,
        List<Planned> rows,
        List<RowNote> rejected,
        List<RowNote> warnings,
        int rejectedRows,
        long basis) {

    /** What becomes of a row that is taken. */
    public sealed interface Planned {
        int row();

        Product after();

        /** A product the shop did not have, or had withdrawn. */
        record Added(int row, Product after) implements Planned {}

        /** A product that the file changes. */
        record Changed(int row, Product before, Product after, List<FieldChange> changes) implements Planned {}

        /** A product that already is as the file says. */
        record Unchanged(int row, Product after) implements Planned {}
    }

    public List<Planned.Added> added() {
        return of(Planned.Added.class);
    }

    public List<Planned.Changed> changed() {
        return of(Planned.Changed.class);
    }

    public int unchanged() {
        return of(Planned.Unchanged.class).size();
    }

    private <P extends Planned> List<P> of(Class<P> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
