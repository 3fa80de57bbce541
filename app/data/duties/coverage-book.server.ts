import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { CoverageBook } from '~/domain/duties/coverage-book'
import type { Duty } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import { type Track, tracksOfPerson, tracksOfUnit } from '~/domain/duties/tracks'
import { addDays, type Day, firstOfMonth, laterOf, monthOf } from '~/domain/shared/day'
import { perDatabase, statement } from '../db.server'
import { factsOfPeople, factsOfUnits } from './facts.server'
import { lastChange, type Touched, touchedSince } from './standing-changes.server'

/** Between slices other requests are answered. */
const UNITS_A_SLICE = 4
const PEOPLE_A_SLICE = 100

const idRow = z.object({ id: z.string() })
const listed = 'IN (SELECT "value" FROM json_each(?))'
const alsoElsewhere = `SELECT DISTINCT "personId" AS "id" FROM "Post" WHERE "unitId" ${listed} AND ("personId" IN (SELECT "id" FROM "Person" WHERE
  "mergedIntoId" IS NOT NULL UNION SELECT "mergedIntoId" FROM "Person" WHERE "mergedIntoId" IS NOT NULL UNION SELECT "personId" FROM "Post"
  GROUP BY "personId" HAVING COUNT(DISTINCT "unitId") > 1))`
const everyUnit = 'SELECT "id" FROM "Unit" ORDER BY "id"'

const idsOf = (sql: string, ...values: string[]): string[] =>
  statement(sql)
    .all(...values)
    .map((row) => idRow.parse(row).id)

/** The last day that a book made today answers for: 31 December of the year after next. */
export const reachOf = (today: Day): Day => addDays(firstOfMonth((Math.floor(monthOf(today) / 12) + 3) * 12), -1)

/**
 * Coverage of this installation, kept in memory and mended for whom the facts changed before each answer (the changes are numbered by
 * triggers in the database, so that no writer can forget). Units are worked out when they are first asked about.
 */
class KeptBook {
  private book: CoverageBook
  private seq = lastChange()
  private waiting: Promise<void> = Promise.resolve()

  constructor(
    private readonly duties: readonly Duty[],
    private readonly reach: Day,
  ) {
    this.book = new CoverageBook(duties.map(({ id }) => id))
  }

  keeps(duties: readonly Duty[], on: Day): boolean {
    return this.duties.length === duties.length && this.duties.every((duty, nth) => duty === duties[nth]) && on <= this.reach
  }

  /** Reads the book when it is right for these units as of the last change. One mends at a time, and nobody reads meanwhile. */
  read<T>(units: readonly string[], ask: (book: CoverageBook) => T): Promise<T> {
    const answer = this.waiting.then(async () => {
      await this.mend(units)
      return ask(this.book)
    })
    this.waiting = answer.then(
      () => undefined,
      () => undefined,
    )
    return answer
  }

  private async mend(units: readonly string[]): Promise<void> {
    do {
      const found = touchedSince(this.seq)
      if (found === null) {
        this.seq = lastChange()
        this.book = new CoverageBook(this.duties.map(({ id }) => id))
      } else {
        await this.workOutAgain(found.touched)
        this.seq = found.upTo
      }
      const missing = units.filter((unit) => !this.book.has(unit))
      for (const slice of slicesOf(missing, UNITS_A_SLICE)) {
        this.enter(slice)
        await setImmediate()
      }
    } while (lastChange() !== this.seq)
  }

  private async workOutAgain({ people, units, staff }: Touched): Promise<void> {
    for (const unit of staff) this.book.drop(unit)
    const others = staff.size === 0 ? [] : idsOf(alsoElsewhere, JSON.stringify([...staff]))
    for (const slice of slicesOf([...new Set([...people, ...others])], PEOPLE_A_SLICE)) {
      this.replacePeople(slice)
      await setImmediate()
    }
    for (const slice of slicesOf(
      [...units].filter((unit) => this.book.has(unit)),
      PEOPLE_A_SLICE,
    ))
      this.replaceUnits(slice)
  }

  /** Works out whole units that are not in the book. */
  private enter(units: readonly string[]): void {
    const index = indexFacts(factsOfUnits(units, this.duties))
    const tracks = new Map(units.map((unit): [string, Track[]] => [unit, []]))
    for (const node of new Set(index.subjects.values())) {
      if (node.kind === 'post') continue
      if (node.kind === 'unit' && !tracks.has(node.unit.id)) continue
      const found = node.kind === 'unit' ? tracksOfUnit(index, node, this.reach) : tracksOfPerson(index, node, this.reach)
      for (const track of found) tracks.get(track.unit)?.push(track)
    }
    for (const [unit, found] of tracks) this.book.put(unit, found)
  }

  private replacePeople(ids: readonly string[]): void {
    const facts = factsOfPeople(ids, this.duties)
    const index = indexFacts(facts)
    const gone = new Set([...ids, ...facts.people.map(({ id }) => id)])
    const tracks = new Map(facts.posts.map(({ unit }): [string, Track[]] => [unit, []]))
    for (const node of new Set(index.subjects.values()))
      if (node.kind === 'person') for (const track of tracksOfPerson(index, node, this.reach)) tracks.get(track.unit)?.push(track)
    for (const [unit, found] of tracks) this.book.replace(unit, gone, found)
  }

  private replaceUnits(ids: readonly string[]): void {
    const index = indexFacts(factsOfPeople([], this.duties, ids))
    for (const id of ids) {
      const node = index.subjects.get(id)
      if (node?.kind === 'unit') this.book.replace(id, new Set([null]), tracksOfUnit(index, node, this.reach))
    }
  }
}

function* slicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

/** One book for the years that are asked about every day, and one for a day far ahead. */
const shelf = perDatabase((): { near: KeptBook | null; far: KeptBook | null } => ({ near: null, far: null }))

function keptBook(duties: readonly Duty[], today: Day, on: Day): KeptBook {
  const books = shelf()
  const reach = reachOf(today)
  const wanted = on <= reach ? 'near' : 'far'
  const book = books[wanted]
  if (book?.keeps(duties, laterOf(on, reach)) === true) return book
  const made = new KeptBook(duties, on <= reach ? reach : on)
  books[wanted] = made
  return made
}

type Asking = { units: readonly string[]; duties: readonly Duty[]; today: Day; on: Day }

/**
 * Asks the book of coverage about a day, right for these units as of now; `ask` must not wait for anything. A day later than reachOf is
 * answered too, after everything was worked out up to it. The units must come from a scoped finder.
 */
export function askCoverage<T>({ units, duties, today, on }: Asking, ask: (book: CoverageBook) => T): Promise<T> {
  return keptBook(duties, today, on).read(units, ask)
}

/** Works out whatever of the whole installation is not worked out yet, so that nobody waits for it. */
export async function warmCoverage(duties: readonly Duty[], today: Day): Promise<void> {
  const found = keptBook(duties, today, today)
  for (const slice of slicesOf(idsOf(everyUnit), UNITS_A_SLICE)) await found.read(slice, () => undefined)
}
