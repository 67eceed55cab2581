-- SPDX-License-Identifier: MIT
-- Where documents are printed: by counter and kind, the most exact rule first.

create table banshi.printer_rule (
    centre bigint not null,
    id bigint generated always as identity,
    counter bigint,
    kind text not null default '',
    destination text not null,
    constraint printer_rule_pkey primary key (centre, id),
    constraint printer_rule_counter_fkey foreign key (centre, counter) references banshi.counter on delete cascade,
    constraint printer_rule_destination_check check (destination ~ '^(printer:|ipps?://|escpos:).')
);
create unique index printer_rule_key on banshi.printer_rule (centre, coalesce(counter, 0), kind);
comment on table banshi.printer_rule is 'Where documents are printed';
comment on column banshi.printer_rule.centre is 'Centre';
comment on column banshi.printer_rule.id is 'Key';
comment on column banshi.printer_rule.counter is 'At this counter; null: at all others';
comment on column banshi.printer_rule.kind is 'This kind of document; empty: all others';
comment on column banshi.printer_rule.destination is 'printer:NAME, ipp://…, escpos:…';
