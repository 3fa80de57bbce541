import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { StoredLine } from '~/data/imports/roster-imports.server'
import type { DraftLine } from '~/domain/imports/line-result'
import { seal, unseal } from '~/gateways/secrets.server'

const values = z.record(z.string(), z.union([z.string(), z.number()]))
const fault = z
  .object({ field: z.string(), reason: z.string(), values: values.optional() })
  .transform(({ values: given, ...rest }) => (given === undefined ? rest : { ...rest, values: given }))
const change = z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })
const candidate = z.object({ id: z.string(), name: z.string(), phone: z.string().nullable(), about: z.array(z.string()) })
const result = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), known: z.boolean() }),
  z.object({ kind: z.literal('changed'), changes: z.array(change) }),
  z.object({ kind: z.literal('same') }),
  z.object({ kind: z.literal('asks'), candidates: z.array(candidate) }),
  z.object({ kind: z.literal('refused'), faults: z.array(fault) }),
])
const body = z.object({ cells: z.record(z.string(), z.string()), answer: z.string().nullable(), result })

/** So many rows are sealed or opened before others get their turn. */
const batch = 500

/** A row as it is kept: what it says is personal, so all of it is sealed. */
export const sealedLine = ({ line, ...rest }: DraftLine): StoredLine => ({
  line,
  result: rest.result.kind,
  body: seal(JSON.stringify(rest)),
})

export const openedLine = ({ line, body: sealed }: StoredLine): DraftLine => ({ line, ...body.parse(JSON.parse(unseal(sealed))) })

async function inTurns<From, To>(all: readonly From[], each: (one: From) => To): Promise<To[]> {
  const done: To[] = []
  for (const [nth, one] of all.entries()) {
    done.push(each(one))
    if (nth % batch === batch - 1) await setImmediate()
  }
  return done
}

export const sealedLines = (lines: readonly DraftLine[]): Promise<StoredLine[]> => inTurns(lines, sealedLine)
export const openedLines = (lines: readonly StoredLine[]): Promise<DraftLine[]> => inTurns(lines, openedLine)

/** The rows that are not as they were kept. */
export function changedFrom(before: readonly DraftLine[], lines: readonly DraftLine[]): DraftLine[] {
  const known = new Map(before.map(({ line, cells, answer, result }) => [line, JSON.stringify([cells, answer, result])]))
  return lines.filter(({ line, cells, answer, result }) => known.get(line) !== JSON.stringify([cells, answer, result]))
}
