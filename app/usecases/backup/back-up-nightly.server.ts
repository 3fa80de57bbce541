import { installationBegan } from '~/data/backup/copies.server'
import { BackupRefused } from '~/domain/backup/faults'
import { backupDue } from '~/domain/backup/schedule'
import { backupsIn, readOutcome } from '~/gateways/backup-folder.server'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { runScript } from '~/gateways/own-scripts.server'
import { type MadeBackup, makeBackup } from './make-backup.server'

function dueNow(): boolean {
  const now = readClock()
  const newest = backupsIn().findLast((at) => at <= now) ?? null
  const outcome = readOutcome()
  return backupDue(now, { newest, began: installationBegan(), tried: outcome && new Date(outcome.triedAt) })
}

/** The daily backup, where it is due and nobody else is making it. */
export async function backUpIfDue(): Promise<MadeBackup | null> {
  try {
    return await makeBackup(undefined, dueNow)
  } catch (fault) {
    if (fault instanceof BackupRefused && fault.why === 'busy') return null
    throw fault
  }
}

/** In a process of its own, so that nobody's page waits while everything is read. */
async function backUpNightly(): Promise<void> {
  if (dueNow()) await runScript('scripts/backup.ts', '--when-due')
}

registerJob({ name: 'daily backup', everySeconds: 300, run: backUpNightly })
