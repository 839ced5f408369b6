-- What the shop keeps to itself about each kind a product comes in, a line a kind: key, own code, article, stock. In the row,
-- so that one seal covers all of it.
alter table product add column variants varchar(40000);

-- Where the codes of kinds are looked up; made of the lines above whenever the product is written.
create table variant_code (
  rkey varchar(512) not null,
  sku varchar(1000),
  article varchar(14)
);
create index variant_code_rkey on variant_code (rkey);
create index variant_code_sku on variant_code (sku);
create index variant_code_article on variant_code (article);
