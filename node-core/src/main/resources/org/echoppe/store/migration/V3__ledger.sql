-- What the tables show of the journal (docs/decisions/0010): everything here can be made again from it, entry by entry.

-- One row: the last entry that the tables show. Written in the same transaction as what the entry changes.
create table journal_applied (
  id smallint not null primary key,
  sequence bigint not null,
  hash varchar(64) not null
);

-- Envelopes that were acknowledged; their bytes are in the journal, under the slot's key.
create table acknowledged_envelope (
  envelope varchar(64) not null primary key,
  sequence bigint not null,
  slot bigint not null,
  acknowledged_at timestamp(3) with time zone not null
);

-- Numbers of invoices, receipts and credit notes: without a gap in each series and year, by the key.
create table issued_number (
  series varchar(20) not null,
  in_year integer not null,
  number bigint not null,
  issued_for varchar(100) not null,
  sequence bigint not null,
  primary key (series, in_year, number)
);

create table counter_sale (
  id varchar(64) not null primary key,
  sequence bigint not null,
  receipt_year integer not null,
  receipt_number bigint not null,
  total bigint not null,
  currency varchar(3) not null,
  paid varchar(20) not null,
  lines bytea not null,
  sold_at timestamp(3) with time zone not null
);
create index counter_sale_sequence on counter_sale (sequence);

-- Which entries are about an order, and whether what is personal in them was erased.
create table order_entry (
  sequence bigint not null primary key,
  order_id varchar(64) not null,
  step varchar(40) not null,
  slot bigint,
  happened_at timestamp(3) with time zone not null
);
create index order_entry_order on order_entry (order_id);

create table erased_slot (
  slot bigint not null primary key,
  erased_at timestamp(3) with time zone not null
);
