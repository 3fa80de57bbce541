type Family = { head: string[]; samples: string[] }

/** A sample with one label more, the first. */
function labelled(sample: string, worker: number): string {
  const at = sample.search(/[{ ]/)
  const [name, rest] = [sample.slice(0, at), sample.slice(at)]
  const label = `worker="${worker}"`
  return rest.startsWith('{') ? `${name}{${label},${rest.slice(1)}` : `${name}{${label}}${rest}`
}

/** What several processes count, in the text format of Prometheus: each metric once, with every process's samples under its number. */
export function labelledMetrics(several: readonly { worker: number; lines: readonly string[] }[]): string[] {
  const families = new Map<string, Family>()
  for (const { worker, lines } of several) {
    let family: Family = { head: [], samples: [] }
    for (const line of lines) {
      if (line.startsWith('# HELP ')) {
        const name = line.split(' ', 3)[2] ?? ''
        family = families.get(name) ?? { head: [], samples: [] }
        families.set(name, family)
      }
      if (!line.startsWith('#')) family.samples.push(labelled(line, worker))
      else if (!family.head.includes(line)) family.head.push(line)
    }
  }
  return [...families.values()].flatMap(({ head, samples }) => [...head, ...samples])
}
