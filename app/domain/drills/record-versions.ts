import type { Step } from './drill-state'
import { type DrillRecord, drillRecord, signature } from './record'
import { notesOf } from './record-drawn'

export type SignedVersion = { version: number; at: Date; signer: string; record: DrillRecord }

/** What was signed, in order; nothing of it ever changes. */
export const signedVersions = (steps: readonly Step[]): SignedVersion[] =>
  steps.filter(({ kind }) => kind === 'signed').map(({ at, detail }, nth) => ({ version: nth + 1, at, ...signature.parse(detail) }))

const noteKinds = ['notices', 'signs', 'sheets', 'evaluation', 'findings', 'revised', 'report'] as const
export type NoteKind = (typeof noteKinds)[number]

/** A signed record with what was written about the drill since, and which parts of it that are. */
export function withLater(record: DrillRecord, steps: readonly Step[]): { record: DrillRecord; later: NoteKind[] } {
  const now = drillRecord.parse({ ...record, ...notesOf(steps) })
  const later = noteKinds.filter((kind) => JSON.stringify(now[kind]) !== JSON.stringify(record[kind]))
  return { record: now, later }
}

export const compared = [
  'kind',
  'when',
  'place',
  'target',
  'commander',
  'content',
  'there',
  'away',
  'missing',
  'guests',
  'walkIns',
] as const
export type Compared = (typeof compared)[number]
export type Difference = { what: Compared; said: { text: string; count: number | null; more: string[]; fewer: string[] }[] }

const names = (people: readonly { name: string }[]): string[] => people.map(({ name }) => name)
const missingIn = (these: readonly string[], those: readonly string[]): string[] => these.filter((one) => !those.includes(one))

function saidOf(record: DrillRecord, what: Compared): string | string[] {
  const { body, on, begins, counted } = record
  switch (what) {
    case 'kind':
      return record.kindName.zh
    case 'when':
      return `${on} ${begins === null ? body.startsAt : begins}`
    case 'place':
    case 'target':
      return body[what]
    case 'commander':
      return body.commander.name
    case 'content':
      return body.story
    case 'there':
    case 'away':
    case 'missing':
      return names(record[what])
    case 'guests':
      return counted.map(({ name, count }) => `${name} ${count ?? '–'}`)
    case 'walkIns':
      return record.walkIns
  }
}

/** In what signed versions differ; of names, who came and who went from one to the next. */
export function differencesOf(records: readonly DrillRecord[]): Difference[] {
  return compared.flatMap((what) => {
    const values = records.map((record) => saidOf(record, what))
    if (new Set(values.map((value) => JSON.stringify(value))).size < 2) return []
    const said = values.map((value, nth) => {
      if (!Array.isArray(value)) return { text: value, count: null, more: [], fewer: [] }
      const before = values[nth - 1]
      const known = Array.isArray(before) ? before : value
      return { text: '', count: value.length, more: missingIn(value, known), fewer: missingIn(known, value) }
    })
    return [{ what, said }]
  })
}
