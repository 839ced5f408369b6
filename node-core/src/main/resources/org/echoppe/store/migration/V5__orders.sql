-- Orders as the journal tells of them (docs/decisions/0010): everything but past_record can be made again from it. Nothing
-- in here names a person: that stands in the journal, under the key of the order.
create table shop_order (
  id varchar(43) not null primary key,
  state varchar(12) not null,
  slot bigint not null,
  placed_sequence bigint not null,
  answer_sequence bigint,
  received_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  due timestamp(3) with time zone not null,
  seen boolean not null,
  erased boolean not null,
  owed bigint not null,
  fields bytea not null
);
create index shop_order_state on shop_order (state, due);
create index shop_order_received on shop_order (received_at);
create index shop_order_changed on shop_order (changed_at);
create index shop_order_owed on shop_order (owed);

-- Records of the own shop that are no longer in its repository, as long as an order may name them.
create table past_record (
  cid varchar(59) not null primary key,
  record_key varchar(560) not null,
  block bytea not null,
  replaced_at timestamp(3) with time zone not null
);
create index past_record_replaced on past_record (replaced_at);
