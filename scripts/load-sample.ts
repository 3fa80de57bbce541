// Loads the sample street into an empty database and prints its sign-ins.
import { closeDatabase } from '~/data/db.server'
import { settings } from '~/env.server'
import { printed } from '~/paths'
import { samplePassword, signInList } from '../prisma/sample/cast'
import { sampleCode } from '../prisma/sample/posters'
import { loadSample } from '../prisma/seed'

const cast = await loadSample()
if (cast !== null) console.log('The sample street is loaded.')
await closeDatabase()
const { publicUrl } = settings()
console.log(`\n明白人 · Mingbai: ${publicUrl}\n\nSample sign-ins (${publicUrl}/sign-in), password of all: ${samplePassword}`)
for (const { phone, zh, en } of signInList) console.log(`  ${phone}  ${zh} · ${en}`)
console.log(`\nA poster on the stairs: ${publicUrl}${printed.poster(sampleCode)}\n`)
