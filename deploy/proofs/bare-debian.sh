#!/bin/sh
# The two commands, npm start and npm test, in a Debian that holds nothing but Node and npm, from a fresh clone of HEAD:
#   sh deploy/proofs/bare-debian.sh [--user root|ordinary] [--test ["words for npm test"]] [--ignore-scripts] [--cold] [--keep]
# Asks for root, debootstrap and a Debian host, whose own mirror, npm settings and certificates it takes, and for 5 GB in
# /var/tmp/gongxiang-bare (BARE_HOME). --cold leaves npm's cache behind, --keep the root directory in place for a
# look. Ends with 0 when all holds; it is no part of npm test.
set -eu

user=root tests= test_words= ignore_scripts= cold= keep=
home=${BARE_HOME:-/var/tmp/gongxiang-bare}
checkout=$(cd "$(dirname "$0")/../.." && pwd)

main() {
  read_options "$@"
  base=$home/base
  [ -e "$base/etc/debian_version" ] || make_base
  bare=$(mktemp -d "$home/$user-XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  cp -a "$base/." "$bare/"
  chmod 755 "$bare"
  put_node
  put_user
  put_checkout
  # What is mounted and what runs inside ends with these namespaces.
  unshare --mount --pid --fork --kill-child sh -eu -c "$enter" sh "$bare" "$@" || status=$?
  exit "${status:-0}"
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --user) user=$2; shift ;;
      --test)
        tests=yes
        case ${2:-} in '' | --user | --ignore-scripts | --cold | --keep) ;; *) test_words=$2; shift ;; esac ;;
      --ignore-scripts) ignore_scripts=yes ;;
      --cold) cold=yes ;;
      --keep) keep=yes ;;
      *) echo "$1 is no option; they stand in the head of $0." >&2; exit 2 ;;
    esac
    shift
  done
  case $user in
    root) inside_home=/root uid=0 ;;
    ordinary) inside_home=/home/worker uid=1234 ;;
    *) echo "--user is root or ordinary." >&2; exit 2 ;;
  esac
  [ "$(id -u)" = 0 ] || { echo 'Only root can make a root directory: run this as root.' >&2; exit 2; }
  command -v debootstrap >/dev/null || { echo 'debootstrap is missing: apt-get install debootstrap.' >&2; exit 2; }
}

make_base() {
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' |
    awk -v name="$codename" '$2 == name { print $1; exit }')
  eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
  export http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}"
  mkdir -p "$home"
  rm -rf "$base.draft"
  debootstrap --variant=minbase "$codename" "$base.draft" "$mirror" >"$home/debootstrap.log"
  mv "$base.draft" "$base"
}

# The host's node and npm at their places, and how npm reaches its registry; no other package.
put_node() {
  node=$(node -p process.execPath)
  npm=$(dirname "$(dirname "$(realpath "$(command -v npm)")")")
  mkdir -p "$bare$(dirname "$node")" "$bare$npm"
  cp "$node" "$bare$node"
  cp -a "$npm/." "$bare$npm/"
  [ "$node" = /usr/bin/node ] || ln -sf "$node" "$bare/usr/bin/node"
  ln -sf "$npm/bin/npm-cli.js" "$bare/usr/bin/npm"
  for file in "$(npm_setting globalconfig)" "$(npm_setting cafile)" "${NODE_EXTRA_CA_CERTS:-}"; do
    if [ -f "$file" ]; then
      mkdir -p "$bare$(dirname "$file")"
      cp -L "$file" "$bare$file"
    fi
  done
  cp -L /etc/resolv.conf /etc/hosts "$bare/etc/"
}

npm_setting() {
  npm config get "$1" --loglevel=error
}

put_user() {
  mkdir -p "$bare$inside_home"
  [ "$user" != ordinary ] || chroot "$bare" useradd --uid "$uid" --shell /bin/sh --home-dir "$inside_home" worker
  npmrc=$(npm_setting userconfig)
  [ ! -f "$npmrc" ] || cp "$npmrc" "$bare$inside_home/.npmrc"
  cache=$(npm_setting cache)
  if [ -z "$cold" ] && [ -d "$cache/_cacache" ]; then
    mkdir -p "$bare$inside_home/.npm"
    cp -a "$cache/_cacache" "$bare$inside_home/.npm/"
  fi
}

put_checkout() {
  git clone --quiet --no-hardlinks "$checkout" "$bare$inside_home/work"
  git -C "$bare$inside_home/work" log -1 --format='%h %s'
  cp "$checkout/deploy/proofs/bare-debian-inside.mjs" "$bare/opt/inside.mjs"
  chmod 700 "$bare$inside_home"
  chown -R "$uid:$uid" "$bare$inside_home"
}

# Runs with namespaces of its own; everything it needs is exported or given.
enter='
mount --make-rprivate /
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
chroot "$1" setpriv --reuid="$uid" --regid="$uid" --clear-groups env -i HOME="$inside_home" TERM=dumb \
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-}" \
  http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" no_proxy="${no_proxy:-}" \
  npm_config_ignore_scripts="${ignore_scripts:+true}" BARE_TESTS="$tests" BARE_TEST_WORDS="$test_words" \
  node /opt/inside.mjs "$inside_home/work"
'

clean_up() {
  if [ -n "$keep" ]; then
    echo "The root directory stays: $bare"
  else
    rm -rf --one-file-system "$bare"
  fi
}

export user uid inside_home tests test_words ignore_scripts
main "$@"
