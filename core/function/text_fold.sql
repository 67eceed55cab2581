-- SPDX-License-Identifier: MIT
create function rule.text_fold(p_text text) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select upper(translate(p_text,
        'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９（）•‧・･∙⋅　 ',
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789()······'))
$$;
comment on function rule.text_fold is 'Fold for comparing: full-width forms, interpuncts, case; spaces dropped';
