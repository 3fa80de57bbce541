import { z } from 'zod'
import type { Candidate } from '~/domain/classes/read-organiser'
import { nameTyped, organiserLabel } from '~/domain/classes/read-organiser'
import { survivors } from '~/domain/duties/merged'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { statement } from '../db.server'
import { familyOf } from '../org/family.server'

const row = z.object({ id: z.string(), name: z.string(), phone: z.string().nullable(), unit: z.string() })
const held = `FROM "Post" k JOIN "Person" p ON p."id" = k."personId" JOIN "Unit" u ON u."id" = k."unitId" JOIN "Place" l ON l."id" = u."placeId"
  WHERE substr(l."path", 1, length(@path)) = @path AND k."from" <= @on AND (k."to" IS NULL OR k."to" >= @on)`
const columns = 'SELECT DISTINCT p."id", p."name", p."phone", u."name" AS "unit"'
const official = `${columns} ${held} AND u."sector" IN ('grassroots', 'government') ORDER BY u."name", p."name", p."id" LIMIT 400`
const typedOnes = `${columns} ${held} AND (p."name" IN (SELECT "value" FROM json_each(@typed)) OR p."phone" IN (SELECT "value" FROM json_each(@typed)))
  ORDER BY p."id"`

const personRow = z.object({ id: z.string(), mergedIntoId: z.string().nullable() })

function candidates(rows: readonly z.output<typeof row>[]): Candidate[] {
  const people = statement(familyOf)
    .all(JSON.stringify([...new Set(rows.map(({ id }) => id))]))
    .map((one) => personRow.parse(one))
    .map(({ id, mergedIntoId }) => ({ id, mergedInto: mergedIntoId }))
  const ends = survivors(people)
  return [...groupedBy(rows, ({ id }) => ends.get(id) ?? id)].map(([id, own]) => ({
    id,
    name: own[0]?.name ?? '',
    phone: own.find(({ phone }) => phone !== null)?.phone ?? '',
    labels: [...new Set(own.map(({ name, unit }) => organiserLabel(name, unit)))],
  }))
}

/** People of the place's grassroots and government units on a day, to be proposed as organisers. The place must be in the reader's scope. */
export const organisersProposed = (place: { path: string }, on: Day): Candidate[] =>
  candidates(
    statement(official)
      .all({ path: place.path, on: formatDay(on) })
      .map((one) => row.parse(one)),
  )

/** Everybody with a post at a unit of the place on a day who is called, or telephoned, as one of these was typed. */
export const organisersTyped = (place: { path: string }, on: Day, typed: readonly string[]): Candidate[] =>
  candidates(
    statement(typedOnes)
      .all({
        path: place.path,
        on: formatDay(on),
        typed: JSON.stringify(typed.flatMap((one) => [one.trim(), nameTyped(one)]).filter(Boolean)),
      })
      .map((one) => row.parse(one)),
  )
