// Makes a backup of everything that cannot be made again, while the server works on.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { backupKeyFile } from '~/gateways/backup-key.server'
import { backUpIfDue } from '~/usecases/backup/back-up-nightly.server'
import { makeBackup } from '~/usecases/backup/make-backup.server'
import { figureWords, tell } from './backup-words'

const HELP = `做一份加密备份，服务器照常运行。 Makes an encrypted backup while the server works on.

  npm run backup [-- --to <folder>]

It holds the database as it was at one instant, the photographs, the packs and the key of personal fields, is opened
again and checked before it gets its name, and lies in MINGBAI_DATA/backups unless --to names another folder, which
should be this installation's alone.
Kept are the last of the newest 7 days, 4 weeks and 12 months; older ones in that folder are removed.
--when-due  only where the daily one (02:30 in Shanghai) is due; the server asks for it itself.
The key to open it: MINGBAI_BACKUP_KEY (64 hexadecimal digits), or the file backup-key in MINGBAI_DATA, made on first
use. Without that key no backup can be opened: keep a copy of it elsewhere. Exit code 0 only when all is well.
`

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, to: { type: 'string' }, 'when-due': { type: 'boolean' } } })
  if (values.help) return void process.stdout.write(HELP)
  const made = await (values['when-due'] ? backUpIfDue() : makeBackup(values.to && path.resolve(values.to)))
  if (made === null) return
  if (made.newKey !== null && !values['when-due'])
    console.log(
      `备份密钥 the key of the backups: ${made.newKey}\n只显示这一次。请抄到别处保管：没有它，任何备份都打不开。\nShown only this once. Keep a copy elsewhere: without it no backup can be opened.\n`,
    )
  console.log(`备份已做好并检查过 made and checked: ${made.file}`)
  console.log(`${made.files} 个文件 files, ${made.bytes} 字节 bytes, ${made.seconds} 秒 s`)
  console.log(figureWords(made.figures))
  if (made.dropped.length > 0) console.log(`不再保留 no longer kept: ${made.dropped.join(', ')}`)
  if (values.to === undefined) console.log('请把备份再存一份到另一台机器。 Keep a copy on another machine.')
  console.log(`密钥 key: MINGBAI_BACKUP_KEY / ${backupKeyFile()}`)
}

await run().catch(tell)
