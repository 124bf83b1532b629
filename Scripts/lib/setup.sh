# shellcheck shell=bash
# What a machine needs before Finstage can be built: sourced by ./finstage, Scripts/test and
# .ci/run. Messages go to standard error; nothing here writes to standard output but names.

finstage_packages=(libsqlite3-dev libcurl4-openssl-dev libopenblas-dev libssl-dev)

say() { printf '%s\n' "$*" >&2; }

# Puts the toolchain on PATH where it is in a usual place. Fails where there is none.
find_swift() {
    local folder
    command -v swift >/dev/null 2>&1 && return 0
    for folder in ${FINSTAGE_TOOLCHAINS-/opt/swift/usr/bin /usr/bin /usr/local/bin}; do
        if [[ -x $folder/swift ]]; then
            PATH=$folder:$PATH
            return 0
        fi
    done
    return 1
}

require_swift() {
    local version
    if ! find_swift; then
        say "finstage: no Swift toolchain: 'swift' is not on PATH, nor in /opt/swift/usr/bin."
        say "Install Swift 6.3 from https://www.swift.org/install/linux/ and put it on PATH."
        return 1
    fi
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p')
    if [[ -n $version && $(printf '%s\n6.2\n' "$version" | sort -V | head -n 1) != 6.2 ]]; then
        say "finstage: $(command -v swift) is Swift $version; Finstage needs 6.3."
        return 1
    fi
}

# Prints those of the packages given that are not installed.
missing_packages() {
    local package state
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [[ $state == installed ]] || printf '%s\n' "$package"
    done
}

# True where nobody has to be asked: --yes among the arguments, or CI=true.
may_install() {
    local argument
    [[ ${CI-} == true ]] && return 0
    for argument in "$@"; do
        [[ $argument == -- ]] && return 1
        [[ $argument == --yes ]] && return 0
    done
    return 1
}

# Asks on the terminal; no terminal is a no.
agrees() {
    local answer
    [[ -t 0 && -t 2 ]] || return 1
    printf '%s [Y/n] ' "$1" >&2
    read -r answer || return 1
    [[ -z $answer || $answer == [yY]* ]]
}

install_packages() {
    local log status=0 superuser=()
    if [[ $(id -u) != 0 ]]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "finstage: installing needs root, and there is no sudo."
            return 1
        fi
        superuser=(sudo)
    fi
    say "finstage: installing $*"
    log=$(mktemp)
    { "${superuser[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update &&
        "${superuser[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends "$@"; } >"$log" 2>&1 || status=$?
    [[ $status == 0 ]] || tail -n 20 "$log" >&2
    rm -f "$log"
    return "$status"
}

# require_packages PACKAGE… -- ARGUMENT…: installs what is missing where the arguments or the
# person at the terminal allow it; else prints the exact line and fails.
require_packages() {
    local wanted=() missing line
    while [[ $# -gt 0 && $1 != -- ]]; do
        wanted+=("$1")
        shift
    done
    [[ $# == 0 ]] || shift
    command -v git >/dev/null 2>&1 || wanted+=(git ca-certificates)
    if ! command -v dpkg-query >/dev/null 2>&1; then
        explain_other_system
        return 0
    fi
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    line="sudo apt-get update && sudo apt-get install --yes ${missing[*]}"
    if may_install "$@" || agrees "finstage: install ${missing[*]} with apt-get?"; then
        install_packages "${missing[@]}" && return 0
        say "finstage: that did not work. By hand:"
    else
        say "finstage: missing system packages: ${missing[*]}"
        say "Install them (or start again with --yes, or with CI=true, to have it done):"
    fi
    say "    $line"
    return 1
}

explain_other_system() {
    say "finstage: this is not Debian; the build needs the development files of SQLite, libcurl"
    say "(OpenSSL flavour), OpenBLAS and OpenSSL. On Debian: ${finstage_packages[*]}"
}
