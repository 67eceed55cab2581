-- SPDX-License-Identifier: MIT
-- What a row of a list says: the names that a layout's "row for" can fill in beside those of the whole document.
create function rule.document_row(p_list text) returns text[]
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_list
           when 'received' then '{material.n,material.name,material.originals,material.copies}'::text[]
           when 'wanted' then '{material.n,material.name,material.missing,material.wrong,material.form,material.note,
                                material.standard}'
           when 'materials' then '{material.n,material.name,material.electronic,material.optional,material.originals,
                                   material.copies,material.standard,material.source}'
           when 'documents' then '{document.n,document.case,document.item,document.applicant,document.title,document.number,
                                   document.state,document.staff,document.time}'
           when 'duties' then '{duty.day,duty.weekday,duty.opens,duty.closes,duty.counter,duty.person,duty.stand_in}'
           when 'counters' then '{counter.label,counter.monday,counter.tuesday,counter.wednesday,counter.thursday,counter.friday,
                                  counter.saturday,counter.sunday}'
           end
$$;
comment on function rule.document_row is 'What rows of a list say; null for what is no list';
