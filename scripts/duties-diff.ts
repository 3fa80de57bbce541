import path from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase } from '~/data/db.server'
import type { DutyChanges } from '~/domain/duties/compare-catalogues'
import type { Standing } from '~/domain/duties/verdict'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay, parseDay } from '~/domain/shared/day'
import { readClock } from '~/gateways/clock.server'
import { type BatchChanges, compareCatalogues, type NamedChange } from '~/usecases/duties/compare-catalogues.server'

const HELP = `Whose due dates would change with another duty catalogue?

  npm run duties:diff -- <folder> [--on=YYYY-MM-DD] [--names]

<folder> is a content folder (with duties/ and, if it has its own, vocabulary/), or a folder of duty files alone, as
content/duties is. Every unit, post and person of this installation is judged with the catalogue in content/ and with
that one, for today or for --on, and each standing or date that differs is one line:

  person <id> · unit · duty: before → after

--names adds the names of people. The database is only read, some units at a time. Ends with 0; with 1 where a
catalogue is not sound (each problem is file:line, what is wrong), and where a day or the folder is. npm run
check:content -- <folder> also checks what no date depends on.`

function inWords({ standing, due, through }: Standing): string {
  if (standing === 'overdue' && due !== null) return `overdue, was due ${formatDay(due)}`
  if (standing === 'due' && due !== null) return `due ${formatDay(due)}`
  return through === null ? standing : `${standing} through ${formatDay(through)}`
}

function printDuties({ added, removed, changed }: DutyChanges, onlyStated: readonly string[]): void {
  for (const id of added) console.log(`duty added: ${id}`)
  for (const id of removed) console.log(`duty removed: ${id}${onlyStated.includes(id) ? ' (still stated, without a standing)' : ''}`)
  for (const { id, parts } of changed) console.log(`duty changed: ${id} (${parts.join(', ')})`)
  if (added.length + removed.length + changed.length === 0) console.log('The duties ask for the same.')
}

const lineOf = ({ change, unitName, name }: NamedChange): string =>
  `${change.kind} ${change.subject}${name === null ? '' : ` ${name}`} · ${unitName} · ${change.duty}: ${inWords(change.before)} → ${inWords(change.after)}`

function printChanges(batches: Iterable<BatchChanges>): void {
  const kinds = new Map<string, number>()
  let compared = 0
  let changed = 0
  for (const batch of batches) {
    compared += batch.compared
    changed += batch.changes.length
    for (const found of batch.changes) {
      console.log(lineOf(found))
      const { duty, before, after } = found.change
      const kind = `${duty}: ${before.standing} → ${after.standing}`
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
  }
  console.log(`Changed: ${changed} of ${compared} standings.`)
  for (const [kind, count] of [...kinds].sort(([one], [other]) => (one < other ? -1 : 1))) console.log(`  ${count} × ${kind}`)
}

/** What goes wrong before anything can be compared, as one text; null once everything is printed. */
function faultIn(folder: string, onText: string | undefined, withNames: boolean): string | null {
  const on = onText === undefined ? civilDay(readClock()) : parseDay(onText)
  if (on === null) return `--on=${onText}: write a day that exists, YYYY-MM-DD`
  const own = path.join(import.meta.dirname, '../content')
  const found = compareCatalogues({ own, changed: path.resolve(folder), on, withNames })
  if (found.kind === 'noDatabase') return `${found.file}: there is no database; set MINGBAI_DATA, or run npm run db:migrate`
  if (found.kind === 'unsound') {
    for (const { file, line, message } of found.problems) console.log(`${path.relative(process.cwd(), file)}:${line} ${message}`)
    return `${found.problems.length} to put right.`
  }
  console.log(`Standings on ${formatDay(on)}`)
  printDuties(found.duties, found.onlyStated)
  printChanges(found.batches)
  return null
}

function given() {
  try {
    const options = { on: { type: 'string' }, names: { type: 'boolean' }, help: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return positionals.length > 1 ? null : { ...values, folder: positionals[0] }
  } catch (fault) {
    if (fault instanceof TypeError) return null
    throw fault
  }
}

const asked = given()
if (asked?.help) console.log(HELP)
else {
  const fault = asked?.folder === undefined ? HELP : faultIn(asked.folder, asked.on, asked.names ?? false)
  if (fault !== null) {
    console.error(fault)
    process.exitCode = 1
  }
  await closeDatabase()
}
