import type { Figures } from '../app/domain/backup/contents'
import { BackupRefused, type BackupTrouble } from '../app/domain/backup/faults'

const words: Record<BackupTrouble, readonly [zh: string, en: string]> = {
  notBackup: ['这不是明白人的备份文件。', 'This is not a backup file.'],
  newer: [
    '这份备份是更新的版本做的：请先把程序更新到同一版本，再恢复。',
    'This backup was made by a newer version: update the program first, then restore.',
  ],
  wrongKey: [
    '密钥与这份备份不符。请用做备份时的密钥：-- <文件> --key <64 位十六进制>。',
    'The key does not fit this backup. Give the one it was made with: -- <file> --key <64 hex digits>.',
  ],
  damaged: [
    '备份文件已损坏、被改动或不完整，没有使用。请换一份备份。',
    'The backup is damaged, altered or incomplete and was not used. Take another one.',
  ],
  entries: [
    '备份里的内容不合规格，没有使用。请换一份备份。',
    'What is inside the backup is not as it must be; it was not used. Take another one.',
  ],
  database: [
    '数据库副本没有通过检查。请运行 npm run verify:evidence 查看。',
    'The copy of the database did not pass its checks. See npm run verify:evidence.',
  ],
  figures: ['备份里的行数与它记下的不一致，没有使用。', 'The rows inside are not those the backup says it has; it was not used.'],
  occupied: [
    '数据文件夹里已有数据，不会覆盖。请先移走，或把 MINGBAI_DATA 设为空文件夹。',
    'The data folder holds data already, which is not overwritten. Move it away, or set MINGBAI_DATA to an empty folder.',
  ],
  brokenOff: [
    '上一次恢复在这里中断了。请清空数据文件夹（保留 backups 和 backup-key），再恢复一次。',
    'A restore broke off here. Empty the data folder (keep backups and backup-key), then restore again.',
  ],
  otherKey: [
    'MINGBAI_KEY 与备份里的不同，个人信息会无法读取。请去掉这个设置，或改成原来的值。',
    'MINGBAI_KEY is another than the one in the backup: personal fields could not be read. Remove the setting, or give the old value.',
  ],
  elsewhere: [
    'DATABASE_URL 指向数据文件夹以外。恢复时请去掉这个设置。',
    'DATABASE_URL points outside the data folder. Leave it out while restoring.',
  ],
  noKey: [
    '没有密钥。请给出做备份时的密钥：-- <文件> --key <64 位十六进制>，或设置 MINGBAI_BACKUP_KEY。',
    'There is no key. Give the one the backup was made with: -- <file> --key <64 hex digits>, or set MINGBAI_BACKUP_KEY.',
  ],
  keyForm: ['密钥应为 64 位十六进制数字。', 'The key must be 64 hexadecimal digits.'],
  busy: ['另一个备份正在进行，请稍后再试。', 'Another backup is being made; try again later.'],
  noDatabase: ['这里没有数据库。请检查 MINGBAI_DATA。', 'There is no database here. Check MINGBAI_DATA.'],
}

/** Why it was refused and what to do, in both languages. */
export const troubleWords = (why: BackupTrouble, detail: string): string =>
  [...words[why], ...(detail === '' ? [] : [`(${detail})`])].join('\n')

/** The figures by which two copies are compared; the same lines after a backup and after its restore. */
export const figureWords = ({ units, people, evidence, audits, newest }: Figures): string =>
  [
    `单位 units: ${units}`,
    `人员 people: ${people}`,
    `证据 evidence entries: ${evidence}`,
    `最新证据 newest entry: ${newest ?? '–'}`,
    `操作记录 audit entries: ${audits}`,
  ].join('\n')

/** Says what went wrong and has the command end with 1. */
export function tell(fault: unknown): void {
  if (fault instanceof BackupRefused) console.error(troubleWords(fault.why, fault.detail))
  else console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}
