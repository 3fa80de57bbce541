import { type Durations, ends, howMany } from './durations'

type Labels = Record<string, string>
export type Sample = { labels?: Labels; value: number }

const written = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
const head = (name: string, help: string, type: string): string[] => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]

/** One metric in the text format of Prometheus; without samples, nothing. */
export function metric(name: string, type: 'gauge' | 'counter', help: string, samples: readonly Sample[]): string[] {
  if (samples.length === 0) return []
  return [...head(name, help, type), ...samples.map(({ labels = {}, value }) => `${name}${written(labels)} ${value}`)]
}

/** A histogram of durations in seconds. */
export function histogram(name: string, help: string, rows: readonly { labels: Labels; durations: Durations }[]): string[] {
  const lines = rows.flatMap(({ labels, durations }) => {
    let seen = 0
    const buckets = durations.counts.map((count, place) => {
      seen += count
      return `${name}_bucket${written({ ...labels, le: String(ends[place] ?? '+Inf') })} ${seen}`
    })
    return [...buckets, `${name}_sum${written(labels)} ${durations.sum}`, `${name}_count${written(labels)} ${howMany(durations)}`]
  })
  return lines.length === 0 ? [] : [...head(name, help, 'histogram'), ...lines]
}
