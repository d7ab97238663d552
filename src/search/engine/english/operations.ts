/**
 * What people call the things that are operated and what is done to them, each row one meaning, in the form of the table of
 * symptoms. A page that says it with another word of the row is found, too. These words say what somebody works with and not
 * what is wrong: how rare one is, is counted by the word itself.
 */
export const OPERATIONS: Readonly<Record<string, string>> = {
  machine: 'virtual machine, virtual machines, vm, vms, guest, guests, vmi, vmis',
  host: 'host, hosts, node, nodes, hypervisor',
  full: 'full, fill, filling up, fills up, filled up, nearly full, almost full, out of space, no space, almost out of, exhausted',
  volume:
    'persistent volume, persistent volumes, pvc, pvcs, pv, disk, disks, drive, hard drive, filesystem, file system',
  deprecated:
    'deprecated, obsolete, legacy, end of life, eol, unsupported, no longer supported, old version, old versions, retired, phased out',
  interface: 'network interface, network interfaces, network card, network cards, network adapter, nic, nics',
  certificate: 'certificate, certificates, cert, certs, tls, ssl, x509',
  expired: 'expire, expires, expired, expiring, expiry, expiration, no longer valid, out of date, lapsed',
  restart: 'restart, restarts, restarted, restarting, reboot, reboots, rebooted, bounce',
  migrate:
    'migrate, migrates, migrated, migrating, migration, migrations, live migrate, move, moves, moved, relocate',
  evict: 'evict, evicts, evicted, eviction, drain, drains, drained, draining, cordon',
  access: 'access, permission, permissions, login, log in, sign in, credentials, rights',
  password: 'password, passwords, passphrase, credentials, pwd',
  token: 'token, tokens, pat, pats, personal access token, personal access tokens, api key, access key',
  enlarge:
    'enlarge, bigger, make bigger, expand, expands, expansion, expansions, resize, grow, extend, increase the size, more space',
  failover: 'failover, fail over, failing over, switchover, switch over',
  remove:
    'remove, removes, removed, removal, delete, deletes, deleted, deleting, deletion, wipe, teardown, tear down, clean up, cleanup, uninstall, decommission, get rid of',
  restore:
    'restore, restores, restored, restoring, recover, recovery, get back, get it back, bring back, undelete',
  upgrade:
    'upgrade, upgrades, upgraded, upgrading, update, updates, updated, updating, newer version, new version, patch, patches, patched, patching, bump, up to date, out of date',
  rollback:
    'rollback, roll back, rolled back, revert, reverts, reverted, downgrade, downgraded, undone, previous version',
  replace: 'replace, replaces, replaced, replacement, swap out, change out, broken disk',
  replicate:
    'replicate, replicated, replication, mirror, mirrors, mirrored, mirroring, second site, multisite, other site',
  encrypt: 'encrypt, encrypts, encrypted, encryption',
  panic: 'panic, panics, panicked, kernel panic, blue screen, guest crashed, os crashed',
  newcomer:
    'onboarding, onboard, new starter, new starters, new joiner, new joiners, new hire, new hires, new colleague, newcomer',
  ready: 'ready, not ready, unready, readiness, not healthy, unhealthy',
  image: 'image, images, template, templates, golden image, golden images, boot source',
  notify: 'notify, notifies, notified, notification, notifications',
  leader: 'leader, leading, leader election, elected, elect',
  reindex: 'reindex, reindexes, reindexing, index again, rebuild the index',
  duty: 'on call, on-call, oncall, on duty, standby duty',
}

/** Their terms in the index. */
export const OF_OPERATIONS: ReadonlySet<string> = new Set(Object.keys(OPERATIONS).map((id) => `#${id}`))
