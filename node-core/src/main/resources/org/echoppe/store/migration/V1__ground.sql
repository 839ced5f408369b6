create table setting (
  name varchar(100) not null primary key,
  content text not null
);
