/** Somebody who may organise a classroom. label: his name with his unit; several where he holds posts at several. */
export type Candidate = { id: string; name: string; phone: string; labels: readonly string[] }

const spelled = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** How a person is written where units must tell him apart. */
export const organiserLabel = (name: string, unit: string): string => `${name}（${unit}）`

/**
 * Who is meant by a name, a name with its unit in brackets, or a phone number. unknown: nobody of them; several: more than one is called so,
 * and the unit must be named.
 */
export function readOrganiser(
  typed: string,
  people: readonly Candidate[],
): { kind: 'read'; person: { id: string; name: string } } | { kind: 'unknown' | 'several' | 'none'; name: string } {
  const wanted = spelled(typed)
  if (wanted === '') return { kind: 'none', name: '' }
  const labelled = people.filter(({ labels }) => labels.some((label) => spelled(label) === wanted))
  const found = labelled.length > 0 ? labelled : people.filter(({ name, phone }) => spelled(name) === wanted || phone === wanted)
  const [first] = found
  if (first === undefined) return { kind: 'unknown', name: typed }
  if (new Set(found.map(({ id }) => id)).size > 1) return { kind: 'several', name: typed }
  return { kind: 'read', person: { id: first.id, name: first.name } }
}

/** The name in what was typed, without the unit in brackets. */
export const nameTyped = (typed: string): string => (typed.normalize('NFKC').split('(')[0] ?? '').trim()
