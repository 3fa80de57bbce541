// Puts a backup into an empty data folder.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '~/usecases/backup/restore-backup.server'
import { figureWords, tell } from './backup-words'

const HELP = `把备份恢复到空的数据文件夹。 Puts a backup into an empty data folder.

  npm run restore -- <file> [--key <64 hexadecimal digits>]

Stop the server first. MINGBAI_DATA must hold no data (its backups and their key may lie in it). Everything is checked
before anything is put in place; a backup of an older version is brought to this one, one of a newer version is refused.
The key is --key, MINGBAI_BACKUP_KEY or the file backup-key in MINGBAI_DATA. The figures at the end are those that
npm run backup printed. Exit code 0 only when all is well.
`

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, key: { type: 'string' } } })
  if (values.help) return void process.stdout.write(HELP)
  const [file] = positionals
  if (file === undefined || positionals.length > 1) {
    process.stderr.write(HELP)
    process.exitCode = 1
    return
  }
  const migrations = path.resolve(import.meta.dirname, '../prisma/migrations')
  const restored = await restoreBackup(path.resolve(file), values.key ?? null, migrations)
  console.log(`已恢复 restored: ${restored.at}, ${restored.files} 个文件 files`)
  console.log(figureWords(restored.figures))
  if (restored.applied.length > 0) console.log(`已升级 brought to this version: ${restored.applied.join(', ')}`)
  console.log('备份之后录入的内容不在其中。 What was entered after the backup is not in it.')
}

await run().catch(tell)
