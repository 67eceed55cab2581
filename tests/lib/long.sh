# SPDX-License-Identifier: MIT
# The longest names there are, after tests/lib/demo.sh: `long_import`, then the item LONG1 with forty materials is there;
# `long_intake ID-NUMBER OPTION…` takes in a case of an organisation's, brought by an agent.
# shellcheck shell=sh
# an item's name of 110 characters, an organisation's of 60, a minority name of 12
long_item=$(printf '关于%0.s' $(seq 54))终了
organisation=$(printf '官渡区某某新材料科技发展%0.s' 1 2 3 4)股份有限责任公司昆明分部
minority=阿卜杜热合曼·买买提艾力
long_import() {
    {
        printf '[{"code":"LONG1","name":"%s","department":"区公安分局","legal_basis":"某条例第一条","conditions":"%s",' \
            "$long_item" "$long_item"
        printf '"statutory":{"n":20,"unit":"working_day"},"promised":{"n":10,"unit":"working_day"},"materials":['
        for i in $(seq 40); do
            [ "$i" = 1 ] || printf ,
            printf '{"name":"第%s份名称相当长的申请材料（含附件一和附件二）","form":"both","originals":1,"copies":2,"standard":"加盖公章"}' "$i"
        done
        printf ']}]'
    } > "${demo_dir:?}/long.json"
    as admin import catalogue "$demo_dir/long.json"
}
long_intake() {
    id=$1
    shift
    as wangfang --json case intake LONG1 --name "$organisation" --kind enterprise --id "$id" --id-kind credit_code --phone \
        0871-67181234 \
        --agent "$minority" --agent-id 530111199001010024 --agent-phone 13888880001 --authority 代为提交、补正和领取 --assistance "$@"
}
