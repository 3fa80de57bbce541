import { z } from 'zod'
import { statement } from '../db.server'

const row = z.object({ id: z.string(), name: z.string() })
const nextUnits = `SELECT "id", "name" FROM "Unit" WHERE "id" > ? ORDER BY "id" LIMIT ?`

/** Every unit of the installation, so many at a time, by id: for commands that answer for all of it. */
export function* unitBatches(size: number): Generator<readonly { id: string; name: string }[]> {
  let after = ''
  for (;;) {
    const units = statement(nextUnits)
      .all(after, size)
      .map((found) => row.parse(found))
    const last = units.at(-1)
    if (last === undefined) return
    yield units
    after = last.id
  }
}
