// Tells a genuine certificate from a forged one, by the signed statement in its second code.
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { catalogue } from '../app/content/catalogue.server'
import { renewalsOf } from '../app/content/renewals.server'
import { closeDatabase } from '../app/data/db.server'
import { lapsedOn } from '../app/domain/credentials/paper-lapse'
import { checkedList, type Known, type Verdict } from '../app/domain/credentials/statement-verdict'
import { civilDay } from '../app/domain/shared/civil-day'
import { settings } from '../app/env.server'
import { readClock } from '../app/gateways/clock.server'
import { codesInPicture, isPicture } from '../app/gateways/picture-codes.server'
import { statementCrypto } from '../app/gateways/signing.server'
import { isNameOf, judge, knownHere } from '../app/usecases/credentials/judge-with-register.server'
import { verdictWords } from './verdict-words'

const HELP = `Is a certificate genuine?

  npm run -s verify:certificate -- <file or text> [--name "the printed name"] [--keys file --revoked file]

<file or text>  the text of the code marked 真伪 (also as an address with /V#), a file that holds it, or a
                picture (PNG, JPEG, WebP) of the certificate or of a page of a PDF
--name          also compares the printed name, which the code does not hold
--keys          the public keys as /V/keys.json gives them, --revoked the list as /V/revoked gives it:
                with both no database is needed. Without them the register of this installation is asked.

Exit code 0 only when it is genuine, and the name (if given) is the one it was issued to; also where its
printed day is long ago, which is said.
1: it is not, or it was revoked or superseded. 2: it could not be checked.
`

const published = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      publicKey: z.string(),
      from: z.string(),
      until: z.string().nullable(),
      stolenFrom: z.string().nullable(),
    }),
  ),
})

class Unable extends Error {}

function known(keysFile: string, listFile: string | undefined): Known {
  const { keys } = published.parse(JSON.parse(fs.readFileSync(keysFile, 'utf8')))
  if (listFile === undefined) return { keys, list: null }
  const list = checkedList(new Uint8Array(fs.readFileSync(listFile)), keys, statementCrypto)
  if (list === null) throw new Unable(`${listFile} is not a list that one of these keys signed.`)
  return { keys, list }
}

async function here(): Promise<Known> {
  if (!fs.existsSync(settings().databaseFile))
    throw new Unable('There is no database here. Give --keys and --revoked, or run npm start once.')
  return knownHere(readClock())
}

const counts = (verdict: Verdict): boolean => verdict.kind !== 'first-code' && !(verdict.kind === 'forged' && verdict.why === 'not-ours')

/** Of several codes in a picture the first that is a statement counts. */
async function judged(given: string, by: Known): Promise<Verdict> {
  if (!fs.existsSync(given) || !fs.statSync(given).isFile()) return judge(given, by)
  const bytes = fs.readFileSync(given)
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new Unable('This is a PDF: give a picture of its page, or the text of its code.')
  if (!(await isPicture(bytes))) return judge(bytes.toString('utf8'), by)
  let other: Verdict | null = null
  for await (const text of codesInPicture(bytes)) {
    const verdict = judge(text, by)
    if (counts(verdict)) return verdict
    other = verdict
  }
  if (other === null) throw new Unable('No code was found in the picture.')
  return other
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      name: { type: 'string' },
      keys: { type: 'string' },
      revoked: { type: 'string' },
    },
  })
  const [given] = positionals
  if (values.help || given === undefined) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  const verdict = await judged(given, values.keys === undefined ? await here() : known(values.keys, values.revoked))
  const today = civilDay(readClock())
  const lapsed = verdict.kind === 'genuine' ? lapsedOn(verdict.statement, renewalsOf(catalogue()), today) : null
  console.log(verdictWords(verdict, lapsed))
  if (verdict.kind === 'unchecked') return 2
  if (verdict.kind !== 'genuine') return 1
  if (values.name === undefined) return 0
  const isNamed = isNameOf(verdict, values.name)
  console.log(isNamed ? 'The name is the one it was issued to.' : 'It was not issued to this name.')
  return isNamed ? 0 : 1
}

try {
  process.exitCode = await run()
} catch (fault) {
  process.exitCode = 2
  console.error(fault instanceof Error ? fault.message : String(fault))
} finally {
  await closeDatabase()
}
