# Completion of entente in fish: the program itself knows what may come next.
function __entente_complete
    set -l typed (commandline -opc) (commandline -ct)
    for line in ($typed[1] --complete $typed[2..] 2>/dev/null)
        switch $line
            case ':files*'
                __fish_complete_path (commandline -ct)
            case ':folders*'
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $line
        end
    end
end
complete -c entente -f -a '(__entente_complete)'
