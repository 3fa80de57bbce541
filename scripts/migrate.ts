import path from 'node:path'
import { applyMigrations } from '~/data/migrate.server'
import { settings, WrongSetting } from '~/env.server'
import { restoreBrokeOff } from '~/gateways/kept-data.server'
import { troubleWords } from './backup-words'

if (process.argv.includes('--help')) {
  console.log('npm run db:migrate: brings the database in MINGBAI_DATA to the newest schema. npm start runs it too.')
} else {
  try {
    if (restoreBrokeOff()) throw new WrongSetting(troubleWords('brokenOff', settings().dataFolder))
    const applied = applyMigrations(settings().databaseFile, path.resolve(import.meta.dirname, '../prisma/migrations'))
    if (applied.length > 0 || !process.argv.includes('--quiet'))
      console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  } catch (fault) {
    console.error(fault instanceof WrongSetting ? fault.message : fault)
    process.exitCode = 1
  }
}
