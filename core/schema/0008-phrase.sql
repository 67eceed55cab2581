-- SPDX-License-Identifier: MIT
-- What to say at each step, and what must never be said. Norms 2.2, 3.2–3.8.

create table banshi.phrase (
    centre bigint not null,
    id bigint generated always as identity,
    step text not null,
    text text not null,
    position int not null default 0,
    constraint phrase_pkey primary key (centre, id),
    constraint phrase_centre_fkey foreign key (centre) references banshi.centre,
    constraint phrase_text_key unique (centre, step, text)
);
comment on table banshi.phrase is 'Phrases for the clerk, with {centre} {counter} {number} {item} {form} {date}';
comment on column banshi.phrase.centre is 'Centre';
comment on column banshi.phrase.id is 'Key';
comment on column banshi.phrase.step is 'Step of the service';
comment on column banshi.phrase.text is 'What to say';
comment on column banshi.phrase.position is 'Order';

create table banshi.forbidden (
    centre bigint not null,
    id bigint generated always as identity,
    text text not null,
    why text not null default '',
    instead text not null default '',
    constraint forbidden_pkey primary key (centre, id),
    constraint forbidden_centre_fkey foreign key (centre) references banshi.centre,
    constraint forbidden_text_key unique (centre, text),
    constraint forbidden_text_check check (text <> '')
);
comment on table banshi.forbidden is 'Wording that must not reach a citizen (norm 3.8)';
comment on column banshi.forbidden.centre is 'Centre';
comment on column banshi.forbidden.id is 'Key';
comment on column banshi.forbidden.text is 'The wording';
comment on column banshi.forbidden.why is 'Why not';
comment on column banshi.forbidden.instead is 'What to say instead';
