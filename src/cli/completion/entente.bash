# Completion of entente in bash: the program itself knows what may come next.
_entente() {
    local line word candidates=()
    local typed=${COMP_LINE:0:COMP_POINT}
    read -ra words <<<"$typed"
    [[ $typed == *[[:space:]] ]] && words+=("")
    word=${words[-1]}
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files*) mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$word") && compopt -o filenames ;;
            :folders*) mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$word") && compopt -o filenames ;;
            *) candidates+=("${line%%$'\t'*}") ;;
        esac
    done < <("${words[0]}" --complete "${words[@]:1}" 2>/dev/null)
    # What stands before the last = is not replaced.
    [[ $word == *=* ]] && candidates=("${candidates[@]#"${word%=*}="}")
    COMPREPLY+=("${candidates[@]}")
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
    return 0
}
complete -F _entente entente
