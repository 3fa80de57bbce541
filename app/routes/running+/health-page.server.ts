import { installationBegan } from '~/data/backup/copies.server'
import { databaseBytes, engineFacts } from '~/data/db.server'
import { lastChainCheck } from '~/data/duties/chain-checks.server'
import { mailFacts } from '~/data/notices/mail-facts.server'
import { nextNight } from '~/domain/backup/schedule'
import { howMany, withinSeconds } from '~/domain/running/durations'
import { factsTogether, type ProcessFacts } from '~/domain/running/process-facts'
import { isTight } from '~/domain/running/storage'
import { settings } from '~/env.server'
import { backupFiles, readOutcome } from '~/gateways/backup-folder.server'
import { diskSpace } from '~/gateways/disk-space.server'
import { installedVersion } from '~/gateways/version.server'
import { factsOfAll } from '~/http/process-facts.server'
import type { HealthShown, Trouble } from '~/ui/running/health-shown'

const shownBackups = 20

/** A night that is over, with half a day for a server that stood still. Before the first backup it counts from the first migration. */
const mostAgeOfBackup = 36 * 3_600_000

function ofBackups(now: Date) {
  const files = backupFiles()
  const outcome = readOutcome()
  return {
    files: files.slice(0, shownBackups).map(({ at, bytes }) => ({ at: at.toISOString(), bytes })),
    more: Math.max(0, files.length - shownBackups),
    tried: outcome && { at: outcome.triedAt, ok: outcome.ok, why: outcome.why },
    next: nextNight(now).toISOString(),
    isOld: now.getTime() - (files[0]?.at ?? installationBegan()).getTime() > mostAgeOfBackup,
  }
}

function ofRequests({ durations, faults, minutes }: ProcessFacts['requests']) {
  const seconds = (share: number) => {
    const found = withinSeconds(durations, share)
    return found === null || Number.isFinite(found) ? found : -1
  }
  return { minutes, count: howMany(durations), faults, half: seconds(0.5), most: seconds(0.95) }
}

function ofStorage() {
  const { main, wal } = databaseBytes()
  const disk = diskSpace()
  return { main, wal, disk, isTight: disk !== null && isTight(disk.free, main) }
}

/** A letter that has waited longer waits for somebody to look. */
const longestWaitOfMail = 6 * 3_600_000

function ofMail(now: Date) {
  const { waiting, oldest, lastTaken, lastTrouble } = mailFacts()
  return {
    isSet: settings().smtpUrl !== null,
    waiting,
    oldest: oldest?.toISOString() ?? null,
    lastTaken: lastTaken?.toISOString() ?? null,
    trouble: lastTrouble && { at: lastTrouble.at.toISOString(), said: lastTrouble.said.replace(/\S+@\S+/g, '…') },
    isStuck: oldest !== null && now.getTime() - oldest.getTime() > longestWaitOfMail,
  }
}

function troublesOf({ backups, chain, jobs, mail, storage, writing }: Omit<HealthShown, 'troubles'>): Trouble[] {
  const all: [Trouble, boolean][] = [
    [`writing.${writing?.why ?? 'busy'}`, writing !== null],
    ['chain', chain?.ok === false],
    ['backupFailed', backups.tried?.ok === false],
    ['backupOld', backups.tried?.ok !== false && backups.isOld],
    ['storage', storage.isTight],
    ['mail', mail.isStuck],
    ['jobs', jobs.some(({ failed }) => failed !== null && !failed.isMended)],
  ]
  return all.filter(([, is]) => is).map(([trouble]) => trouble)
}

/** Everything the administrator is shown of the installation at this instant. Times of processes are by the machine's own clock. */
export async function healthShown(now: Date): Promise<HealthShown> {
  const { version, builtAt } = installedVersion()
  const processes = await factsOfAll()
  const { requests, ...facts } = factsTogether(processes)
  const shown = {
    at: now.toISOString(),
    version,
    builtAt: builtAt?.toISOString() ?? null,
    node: process.version,
    processes: processes.length,
    mode: settings().mode,
    engine: engineFacts(),
    ...facts,
    chain: lastChainCheck(),
    backups: ofBackups(now),
    requests: ofRequests(requests),
    storage: ofStorage(),
    mail: ofMail(now),
  }
  return { ...shown, troubles: troublesOf(shown) }
}
