#!/bin/sh
# Runs a command in the Swift root, in mounts of its own that end with it.
# usage: enter.sh ROOT FOLDER {ro|rw PATH}... -- {NAME=VALUE}... COMMAND...
# Each PATH is seen inside under its own name; the command starts in FOLDER, in no environment but the one given.
set -eu
root=$1
folder=$2
shift 2

mount --rbind /proc "$root/proc" # Swift's tools find their libraries by it.
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
while [ "$1" != -- ]; do
    mkdir -p "$root$2"
    mount --bind "$2" "$root$2"
    [ "$1" = rw ] || mount -o remount,bind,ro "$root$2"
    shift 2
done
shift

exec chroot "$root" /usr/bin/env -i -C "$folder" HOME=/tmp LANG=C.UTF-8 \
    PATH=/usr/libexec/swift/bin:/usr/bin:/bin "$@"
