# SPDX-License-Identifier: MIT
# Looking at papers, after tests/lib/demo.sh: `paper FILE COPIES TEXT…` says whether a PDF is as a paper must be and has the
# texts; `printed NUMBER COPIES TEXT…` prints a document and looks at that; `number KIND N` is the Nth number of a kind this year.
# shellcheck shell=sh
year=$(TZ=Asia/Shanghai date +%Y)
# shellcheck disable=SC2034 # for those who source this
today=$(TZ=Asia/Shanghai date +%Y-%m-%d)
number() { echo "官政服$1〔$year〕$2号"; }

# What pixels depend on: where it is the same, the same paper looks the same.
paper_system() {
    fc-list : family style fontversion | grep -E 'CJK|Hana|BabelStone' | LC_ALL=C sort | sha256sum
    pkg-config --modversion pango cairo harfbuzz freetype2
}

# every word between the margins and off the foot line
in_margins() {
    pdftotext -bbox "$1" "${demo_dir:?}/boxes" && awk -F'"' '
        /<page / { width = $2; height = $4; slip = width < 300
            left = width < 150 ? 2 : slip ? 5 : 73; foot = slip ? 0 : height - 57 }
        /<word / && ($2 < left - 1 || $6 > width - left + 7 || $4 < 0 || $8 > height + 0.5) { print "outside: " $0; bad = 1 }
        /<word / && foot && $8 > foot && $4 < height - 48 { print "in the foot: " $0; bad = 1 }
        END { exit bad }' "$demo_dir/boxes"
}
embedded() { pdffonts "$1" | awk 'NR > 2 && $(NF - 4) != "yes" { print; bad = 1 } END { exit bad || NR < 3 }'; }

# The bookmarks of a file, one a line; how they are stored depends on the version of PDF.
bookmarks() { pdftohtml -xml -i -stdout "$1" | sed -n 's,.*<item [^>]*>\(.*\)</item>.*,\1,p'; }

# Each page has its number, the heads of tables are repeated: of a text with a line a page, and so many copies.
pages_are_numbered() {
    awk -v copies="$2" '{ page[NR] = $0 }
        END {
            each = NR / copies
            for (i = 1; i <= NR; i++) {
                wanted = "第" (i - 1) % each + 1 "页共" each "页"
                if (!index(page[i], wanted)) { print "no " wanted ": " page[i]; bad = 1 }
                if (index(page[i], "名称相当长") && !index(page[i], "材料名称")) { print "no head on page " i; bad = 1 }
            }
            exit bad || NR == 0
        }' "$1"
}
# The text of each page as a line, without spaces and line ends.
page_lines() { pdftotext -raw "$1" - | tr -d ' \n' | tr '\f' '\n'; }
# pages_have FILE COPIES TEXT…: of such lines; COPIES 0: pages need no number.
pages_have() {
    pages_file=$1
    pages_copies=$2
    shift 2
    [ "$pages_copies" = 0 ] || pages_are_numbered "$pages_file" "$pages_copies" || return 1
    pages_text=$(tr -d '\n' < "$pages_file")
    for text; do
        case $pages_text in
        *"$text"*) ;;
        *) echo "no $text: $pages_text"; return 1 ;;
        esac
    done
}
paper() {
    in_margins "$1" && embedded "$1" && page_lines "$1" > "$demo_dir/pages" || return 1
    shift
    pages_have "$demo_dir/pages" "$@"
}
printed() {
    printed_number=$1
    shift
    rm -f "$demo_dir/paper.pdf"
    as wangfang document print "$printed_number" "$demo_dir/paper.pdf" && paper "$demo_dir/paper.pdf" "$@"
}
