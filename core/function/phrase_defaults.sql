-- SPDX-License-Identifier: MIT
create function rule.phrase_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.phrase (centre, step, text, position)
    select new.id, p.step, p.text, row_number() over ()
    from (values
        ('call', '请{number}号到{counter}办理。'),
        ('welcome', '您好，请坐。请问您办理什么业务？'),
        ('welcome', '您好，请出示您的号票和有效证件。'),
        ('telephone', '您好，{centre}{counter}，请问有什么可以帮您？'),
        ('telephone', '对不起，您咨询的事项由其他窗口办理，我帮您查一下电话，请稍候。'),
        ('intake', '请您出示办理{item}所需的材料，我为您核对。'),
        ('intake', '请稍候，正在为您录入，很快就好。'),
        ('form', '请您填写{form}，填写示范在台面上，有不清楚的地方我来说明。'),
        ('accept', '您的材料齐全，符合要求，现在为您受理，请收好受理通知书。'),
        ('supplement', '对不起，您的材料还需要补充，需要补正的内容都写在告知书上，请您看一下。'),
        ('refuse', '对不起，这项申请不能受理，理由和您的救济途径都写在决定书上，我为您说明。'),
        ('wait', '请稍等，我马上为您核实。'),
        ('receipt', '这是您的凭证，请核对并收好。'),
        ('pickup', '请您于{date}凭本凭证来领取，谢谢。'),
        ('done', '您的{item}已经办好，请带齐您的证件和材料，请慢走，再见。'),
        ('suggestion', '谢谢您提出的宝贵意见，我会马上向领导反映，并尽快给您答复。'),
        ('praise', '谢谢您的鼓励，这是我们应该做的。'),
        ('apology', '对不起，让您久等了。'),
        ('farewell', '谢谢您的配合，再见。')) as p (step, text);
    insert into banshi.forbidden (centre, text, why, instead)
    values
        (new.id, '不知道', '推诿', '请稍等，我帮您问一下'),
        (new.id, '不归我管', '推诿', '这项业务由其他窗口办理，我告诉您怎么走'),
        (new.id, '不关我的事', '推诿', '我帮您联系负责的同事'),
        (new.id, '找领导去', '推诿', '我马上向领导反映'),
        (new.id, '急什么', '不耐烦', '请稍候，马上为您办理'),
        (new.id, '等着', '生硬', '请您稍等'),
        (new.id, '没看见我正忙', '不耐烦', '请稍候，马上为您办理'),
        (new.id, '刚才不是说过了', '不耐烦', '我再为您说明一遍'),
        (new.id, '怎么又来了', '不耐烦', '您好，请问还需要办理什么'),
        (new.id, '有意见去投诉', '挑衅', '谢谢您的意见，我会向领导反映'),
        (new.id, '墙上写着', '生硬', '我为您说明一下'),
        (new.id, '下班了', '拒绝服务', '我们会为您办完'),
        (new.id, '自己看', '生硬', '我为您说明一下'),
        (new.id, '少啰嗦', '侮辱', '请您慢慢说');
    return null;
end
$$;
comment on function rule.phrase_defaults is 'A new centre has phrases and a list of forbidden wordings';
