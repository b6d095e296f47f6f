-- The newest offer on a ticket that is not covered; those before it stand in its events.

alter table ticket drop constraint ticket_admission_check;
alter table ticket add constraint ticket_admission_check
    check (admission in ('FREE', 'DISPUTED', 'PAID', 'ACCEPTED', 'DECLINED', 'QUOTED', 'ORDERED'));
alter table ticket
    add column quote_number      integer check (quote_number > 0),
    -- without tax
    add column quote_price       numeric(12, 2) check (quote_price > 0),
    add column quote_currency    text,
    -- the last day on which it can be accepted, in the desk's zone
    add column quote_valid_until date;
alter table ticket add constraint ticket_quote_whole
    check (num_nulls(quote_number, quote_price, quote_currency, quote_valid_until) in (0, 4));
alter table ticket add constraint ticket_quote_there
    check (quote_number is not null or admission not in ('QUOTED', 'ORDERED'));
