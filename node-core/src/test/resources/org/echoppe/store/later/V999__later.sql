alter table setting add column later varchar(10);
