/**
 * What a bare Debian has below / and a bare Alpine lacks: debootstrap's minbase of bookworm beside the root of Alpine 3.20, both
 * read 2026-11-27. Of its folders those into which a Dockerfile may put something of its own; apt's and dpkg's have translations
 * of their own.
 */
export const debianFolders: ReadonlySet<string> = new Set(
  (
    "/boot /etc/cron.d /etc/cron.daily /etc/default /etc/init.d /etc/ld.so.conf.d /etc/pam.d /etc/security " +
    "/etc/security/limits.d /etc/skel /etc/systemd /etc/systemd/system /etc/systemd/user /etc/update-motd.d /lib/systemd/system " +
    "/lib64 /run/lock /usr/games /usr/include /usr/lib/locale /usr/lib/systemd/system /usr/lib/tmpfiles.d /usr/lib/udev/rules.d " +
    "/usr/lib64 /usr/libexec /usr/local/etc /usr/local/games /usr/local/include /usr/local/sbin /usr/local/share/man " +
    "/usr/local/src /usr/share/bash-completion /usr/share/bash-completion/completions /usr/share/dict /usr/share/doc " +
    "/usr/share/info /usr/share/keyrings /usr/share/locale /usr/share/menu /usr/share/perl5 /usr/share/pixmaps " +
    "/usr/share/terminfo /usr/src /var/backups"
  ).split(" "),
);

/** Files of its, and folders whose content is Debian's alone. */
const files =
  /^\/(?:etc\/(?:(?:localtime|bash\.bashrc|timezone|environment|debian_version|(?:adduser|deluser|gai|pam|host|mke2fs|xattr)\.conf|ld\.so\.(?:conf|cache)|login\.defs|issue\.net|subuid|subgid|gshadow)$|(?:alternatives|cron\.(?:d|daily)|default|init\.d|kernel|ld\.so\.conf\.d|pam\.d|rc[0-6S]\.d|security|selinux|skel|systemd|terminfo|update-motd\.d)(?:\/|$))|root\/\.(?:bashrc|profile)$|usr\/sbin\/policy-rc\.d$|(?:usr\/)?lib\/(?:systemd|x86_64-linux-gnu)(?:\/|$)|usr\/share\/(?:doc|info|locale|perl5|lintian|bug|doc-base)(?:\/|$)|var\/lib\/(?:dpkg|pam|systemd)(?:\/|$))/;

/** A folder that is there in every image of Debian's and in none of Alpine's. */
export function isDebianFolder(path: string): boolean {
  return debianFolders.has(path);
}

/** A path that Debian's own packages fill and that is not there on Alpine. */
export function isDebianPath(path: string): boolean {
  return files.test(path);
}
