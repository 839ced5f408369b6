package org.echoppe.store;

import java.sql.SQLException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.impl.AbstractBinding;

/**
 * Bytes in a row, as bytes. jOOQ hands them to H2 as a BLOB, whatever the column is: H2 writes each to a table of such first and
 * only then copies it into the row, which made its file many times as large while it is open.
 */
public final class PlainBytes extends AbstractBinding<byte[], byte[]> {
    private static final long serialVersionUID = 1;

    /** The generated tables make one for each column. */
    public PlainBytes() {}

    @Override
    public Converter<byte[], byte[]> converter() {
        return Converters.identity(byte[].class);
    }

    /** A type is said, since H2 asks for one in the rows of a merge; both databases know this one. */
    @Override
    protected void sqlBind(BindingSQLContext<byte[]> context) {
        context.render().sql("cast(").sql(context.variable()).sql(" as bytea)");
    }

    @Override
    public void set(BindingSetStatementContext<byte[]> context) throws SQLException {
        context.statement().setBytes(context.index(), context.value());
    }

    @Override
    public void get(BindingGetResultSetContext<byte[]> context) throws SQLException {
        context.value(context.resultSet().getBytes(context.index()));
    }
}
