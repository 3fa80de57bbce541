import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { drillKinds, drillTemplate } from '~/content/drill-schema'
import { type Problem, readYaml } from '~/content/read-file.server'
import { evidenceWords, words } from '~/content/schema'
import { drillMarks } from '~/domain/drills/marks'

const problems: Problem[] = []
const report = (problem: Problem) => void problems.push(problem)
const folder = 'content/drills'
const order = ['school', 'hospital', 'mall', 'hotel', 'high-rise', 'factory', 'heritage', 'care-home', 'residential', 'gas-station']

const files = fs.readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const templates = files.flatMap((name) => {
  const template = readYaml(path.join(folder, name), drillTemplate, report)
  return template ? [{ file: path.basename(name, '.yaml'), template }] : []
})
const kinds = readYaml('content/drill-kinds.yaml', drillKinds, report)
const idsOf = (name: string) => new Set((readYaml(`content/vocabulary/${name}.yaml`, words, report) ?? []).map(({ id }) => id))
const positions = idsOf('positions')
const traits = idsOf('traits')
const sectors = idsOf('sectors')
const drillTopics = (readYaml('content/vocabulary/evidence.yaml', evidenceWords, report)?.topics ?? []).filter(({ kinds: of }) =>
  of?.includes('drill'),
)

const twice = (values: readonly string[]) => values.filter((value, nth) => values.indexOf(value) !== nth)
const strangers = (values: readonly string[], known: ReadonlySet<string>) => values.filter((value) => !known.has(value))

type Sources = Record<string, { mark: string; page?: string | undefined }>
const ofRests = (rests: readonly (readonly string[])[], sources: Sources) => {
  const used = new Set(rests.flat())
  return {
    unknown: [...used].filter((key) => key !== 'house' && sources[key] === undefined),
    unused: Object.keys(sources).filter((key) => !used.has(key)),
    pageless: Object.entries(sources).flatMap(([key, { mark, page }]) => (mark === 'V2' && page === undefined ? [key] : [])),
    // Only what the law sheets hold as read in full, in a reprint, or second-hand may stand here.
    local: Object.entries(sources).flatMap(([key, { mark }]) => (mark === 'S' ? [key] : [])),
  }
}
const sound = { unknown: [], unused: [], pageless: [], local: [] }

/** Sentences of a template that somebody reads, in one language: its titles and its sources aside. */
const sentences = (value: unknown, language: 'zh' | 'en'): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => sentences(one, language))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'title' || key === 'sources') return []
    if (key === language && typeof one === 'string')
      return one
        .split(/[。！？；!?;]|\.\s/)
        .map((said) => said.replace(/[\s“”"‘’.，,]/g, ''))
        .filter((said) => said.length > (language === 'zh' ? 5 : 24))
    return sentences(one, language)
  })
}

describe('the drill templates', () => {
  it('can all be read', () => expect(problems).toEqual([]))

  it('are ten, in their places', () => {
    const placed = templates.toSorted((a, b) => a.template.place - b.template.place)
    expect(placed.map(({ template }) => template.id)).toEqual(order)
    expect(placed.map(({ template }) => template.place)).toEqual(order.map((_, nth) => nth + 1))
  })

  describe.each(templates)('$file', ({ file, template }) => {
    const { scenarios, cards, zones, evaluation, others, groups, moving, sources } = template

    it('bears the name of its file', () => expect(template.id).toBe(file))

    it('names nothing twice', () => {
      for (const list of [scenarios, cards, zones, evaluation, others]) expect(twice(list.map(({ id }) => id))).toEqual([])
      const asked = kinds?.kinds.flatMap((kind) => kind.evaluation.map(({ id }) => id)) ?? []
      expect(evaluation.filter(({ id }) => asked.includes(id))).toEqual([])
    })

    it('speaks of positions, traits, sectors and kinds that exist', () => {
      expect(
        strangers(
          Object.values(groups).flatMap((group) => group.positions),
          positions,
        ),
      ).toEqual([])
      expect(strangers(template.traits, traits)).toEqual([])
      expect(strangers(template.sectors, sectors)).toEqual([])
      expect(
        strangers(
          scenarios.map(({ kind }) => kind),
          new Set(drillTopics.map(({ id }) => id)),
        ),
      ).toEqual([])
    })

    it('has a drill of each of the four kinds, each somewhere else', () => {
      for (const kind of ['full', 'evacuation', 'fire', 'tabletop'])
        expect(
          scenarios.some((one) => one.kind === kind),
          kind,
        ).toBe(true)
      for (const language of ['zh', 'en'] as const) expect(twice(scenarios.map(({ target }) => target[language]))).toEqual([])
    })

    it('tells of a story that is quickly read, and of what goes wrong', () => {
      for (const { story, injects, id } of scenarios) {
        expect(story.zh.length, id).toBeLessThanOrEqual(120)
        expect(injects.length, id).toBeGreaterThanOrEqual(2)
      }
    })

    it('rests on its sources, all of them, or on our own way', () => {
      const rests = [...scenarios, ...cards, ...moving, ...evaluation].map((one) => one.rests)
      expect(ofRests(rests, sources)).toEqual(sound)
    })
  })

  it.each(['zh', 'en'] as const)('say nothing twice (%s)', (language) => {
    const heard = new Map<string, string>()
    const again = templates.flatMap(({ file, template }) =>
      [...new Set(sentences(template, language))].flatMap((said) => {
        const first = heard.get(said)
        if (first === undefined) heard.set(said, file)
        return first === undefined ? [] : [`${first} and ${file}: ${said}`]
      }),
    )
    expect(again).toEqual([])
  })

  it('hold a drill at night that nobody is warned of where people sleep or are few', () => {
    const slept = ['school', 'hospital', 'hotel', 'care-home', 'residential']
    const missing = templates.filter(({ file, template }) => slept.includes(file) && !template.scenarios.some((one) => one.unannounced))
    expect(missing).toEqual([])
  })
})

describe('every question of an evaluation', () => {
  it('can be answered with yes, and yes is good news', () => {
    const asked = [...templates.map(({ template }) => template), ...(kinds?.kinds ?? [])].flatMap(({ evaluation }) => evaluation)
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter(({ asks }) => !asks.zh.endsWith('吗？') || !asks.en.endsWith('?')).map(({ id }) => id)).toEqual([])
    expect(asked.filter(({ asks }) => /有没有|多少|几秒|几分钟|谁先/.test(asks.zh)).map(({ id }) => id)).toEqual([])
  })
})

describe('the kinds of drill', () => {
  it('are those of the vocabulary, by name', () => {
    const named = (list: readonly { id: string; zh: string }[]) => list.map(({ id, zh }) => `${id} ${zh}`)
    expect(named(kinds?.kinds.map(({ id, title }) => ({ id, zh: title.zh })) ?? [])).toEqual(named(drillTopics))
  })

  it('expect their marks in the order of the timeline', () => {
    for (const { id, marks } of kinds?.kinds ?? []) {
      const at = marks.map((mark) => drillMarks.indexOf(mark))
      expect(at, id).toEqual(at.toSorted((a, b) => a - b))
      expect(new Set(marks).size, id).toBe(marks.length)
    }
  })

  it('ask no question twice and rest on sources that are there', () => {
    const asked = kinds?.kinds.flatMap(({ evaluation }) => evaluation) ?? []
    expect(twice(asked.map(({ id }) => id))).toEqual([])
    expect(ofRests([...asked.map(({ rests }) => rests), kinds?.minutesRest ?? []], kinds?.sources ?? {})).toEqual(sound)
  })

  it('leave the four gaps in the notice, and show one, three and five minutes', () => {
    for (const text of Object.values(kinds?.notice ?? {}))
      expect([...text.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap).toSorted()).toEqual(['date', 'place', 'time', 'unit'])
    expect(kinds?.minutes.map(({ minute }) => minute)).toEqual([1, 3, 5])
  })
})
