-- The tickets that were filed for an end customer.
-- Built beside what goes on; one that broke off is begun anew.
drop index concurrently if exists ticket_of_end_customer;
create index concurrently ticket_of_end_customer on ticket (end_customer_id, number desc) where end_customer_id is not null;
