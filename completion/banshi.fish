# SPDX-License-Identifier: MIT
# Completion of banshi in fish; see completion/README.md.
function __banshi_complete
    set -l words (commandline -opc)
    for line in ($words[1] completion -- $words[2..-1] (commandline -ct) 2>/dev/null)
        if string match -q -r '^\t' -- $line
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c banshi -f -a '(__banshi_complete)'
