-- What orders are counted and found by without reading each: what a transfer is still to bring, whether the shopper asks to
-- cancel, which profile was read. Null in rows of an older program: they are reckoned at the next start.
alter table shop_order add column awaited bigint;
alter table shop_order add column cancel_asked boolean;
alter table shop_order add column profile varchar(100);
create index shop_order_awaited on shop_order (awaited);
create index shop_order_cancel_asked on shop_order (cancel_asked, state);
create index shop_order_profile on shop_order (profile);

-- What orders still name is found by that column now; a day that never comes stood for it.
-- [jooq ignore start]
update past_record set replaced_at = timestamp with time zone '1970-01-01 00:00:00+00'
  where replaced_at > timestamp with time zone '9000-01-01 00:00:00+00';
-- [jooq ignore stop]
