package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.SETTING;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named texts: the shop profile's draft, the reserved rev and other single things. */
public final class SettingStore {
    private final Database database;

    public SettingStore(Database database) {
        this.database = database;
    }

    public Optional<String> get(String name) {
        return database.reading(sql -> sql.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.CONTENT));
    }

    /**
     * @param name at most 100 characters
     * @param content at most 1,000,000 characters
     */
    public void put(String name, String content) {
        database.writeAll(sql -> {
            int changed = sql.update(SETTING)
                    .set(SETTING.CONTENT, content)
                    .where(SETTING.NAME.eq(name))
                    .execute();
            if (changed == 0) {
                sql.insertInto(SETTING)
                        .set(SETTING.NAME, name)
                        .set(SETTING.CONTENT, content)
                        .execute();
            }
        });
    }

    public void remove(String name) {
        database.writeAll(
                sql -> sql.deleteFrom(SETTING).where(SETTING.NAME.eq(name)).execute());
    }

    /** All whose name begins so. */
    public SortedMap<String, String> startingWith(String prefix) {
        return database.reading(sql -> new TreeMap<>(sql.selectFrom(SETTING)
                .where(SETTING.NAME.startsWith(prefix))
                .fetchMap(SETTING.NAME, SETTING.CONTENT)));
    }
}
