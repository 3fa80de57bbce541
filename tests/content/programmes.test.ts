import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { type ProgrammeTemplate, programmeTemplate } from '~/content/programme-schema'
import { checkProgrammes, inYear, loadProgrammes } from '~/content/programmes.server'
import { type Problem, readYaml } from '~/content/read-file.server'
import { programmeBody } from '~/domain/classes/programme-body'

const folder = 'content/programmes'
const found = loadProgrammes('content', () => {})
const templates = [...found.values()]
const years = [2024, 2025, 2026]

/** What the trainings held in rooms are asked for by: a template answers each. */
const asked = ['A1', 'A2', 'A3', 'A6', 'A11', 'A12', 'A13', 'B26', 'C1', 'C2', 'C3', 'C4', 'D19', 'E1', 'E2']

const of = (id: string): ProgrammeTemplate => {
  const template = found.get(id)
  if (template === undefined) throw new Error(id)
  return template
}
const problemsWith = (id: string, change: (template: ProgrammeTemplate) => ProgrammeTemplate): string[] => {
  const problems: Problem[] = []
  const programmes = new Map([[id, change(of(id))]])
  checkProgrammes({ ...catalogue(), programmes }, (problem) => void problems.push(problem))
  return problems.map(({ message }) => message)
}

describe('whoever makes a programme for a year', () => {
  it('finds a template for every training that the source documents ask for', () => {
    const served = new Set(templates.flatMap(({ rows }) => rows))
    expect(asked.filter((row) => !served.has(row))).toEqual([])
  })

  it('finds them in an order without gaps, none unreadable', () => {
    const problems: Problem[] = []
    loadProgrammes('content', (problem) => void problems.push(problem))
    expect(problems).toEqual([])
    expect(templates.map(({ place }) => place)).toEqual(templates.map((_one, nth) => nth + 1))
  })

  it('answers duties that exist, with evidence that exists, in each of the three years', () => {
    const { duties, stated, vocabulary } = catalogue()
    const topics = new Map(vocabulary.evidenceTopics.map(({ id, kinds }) => [id, kinds ?? []]))
    for (const template of templates)
      for (const year of years) {
        const duty = template.duty === null ? null : inYear(template.duty, year)
        const topic = inYear(template.topic, year)
        expect({ topic, of: topics.get(topic)?.includes(template.evidence) }).toEqual({ topic, of: true })
        expect({ duty, there: duty === null || duties.has(duty) || stated.has(duty) }).toEqual({ duty, there: true })
        const counts = duty === null ? undefined : duties.get(duty)?.rule.counts
        expect(counts === undefined || counts.some((one) => one.kind === template.evidence && one.topic === topic)).toBe(true)
      }
  })

  it('asks the same people as the duty does: nobody is on a list whom the duty does not bind', () => {
    for (const template of templates) {
      const text = template.duty === null ? undefined : catalogue().duties.get(inYear(template.duty, 2026))
      if (text === undefined || text.rule.binds !== 'person') continue
      expect({ id: template.id, people: template.audience.positions.filter((one) => !text.rule.positions.includes(one)) }).toEqual({
        id: template.id,
        people: [],
      })
    }
  })

  it('reads what it rests on: a source in both languages or our own way, none unused, reprints with their page', () => {
    for (const { id, rests, sources, years: named } of templates) {
      const used = new Set([...rests, ...named.flatMap((one) => one.rests)])
      expect({ id, unused: Object.keys(sources).filter((key) => !used.has(key)) }).toEqual({ id, unused: [] })
      for (const { mark, page } of Object.values(sources)) expect(mark === 'V2' && page === undefined).toBe(false)
    }
  })

  it('gets a body that can be kept from every template; no part runs into the next', () => {
    for (const template of templates) {
      const { id, binds, audience, duty, topic, evidence, hours, parts, deputies } = template
      const body = programmeBody.parse({
        ...{ template: id, title: template.title.zh, year: 2026, binds, audience, evidence, hours, deputies },
        duty: duty === null ? '' : inYear(duty, 2026),
        topic: inYear(topic, 2026),
        parts: parts.map(({ key, title, kind }) => ({ key, name: title.zh, kind })),
      })
      expect(body.evidence).toBe(evidence)
      for (const [nth, { from, to }] of parts.entries()) {
        expect(from < to).toBe(true)
        expect(nth === 0 || (parts[nth - 1]?.to ?? '') <= from).toBe(true)
      }
    }
  })
})

describe('a visit to the site of a fire', () => {
  it('is an activity of units, never of persons; everything else is a class', () => {
    expect(templates.filter(({ evidence }) => evidence === 'activity').map(({ id }) => id)).toEqual(['warning-visit'])
    expect(problemsWith('warning-visit', (template) => ({ ...template, binds: 'person' }))).toEqual([
      'an activity is evidence of a unit: binds must be unit',
    ])
    expect(problemsWith('warning-visit', (template) => ({ ...template, evidence: 'class' }))).toEqual([
      'there is no topic warning-education of class',
    ])
  })
})

describe('whoever writes a template', () => {
  it('is told of a duty, a topic and a row that do not exist', () => {
    expect(problemsWith('grid-training', (template) => template)).toEqual([])
    expect(problemsWith('grid-training', (template) => ({ ...template, duty: 'grid-training', topic: 'grid', rows: ['A99'] }))).toEqual([
      'there is no duty grid-training',
      'there is no topic grid of class',
      'there is no row A99',
    ])
    expect(problemsWith('party-school', (template) => ({ ...template, duty: 'party-{year}' }))).toContain('there is no duty party-2025')
  })

  it('has a file with only what a template has', () => {
    for (const file of fs.readdirSync(folder)) {
      const problems: Problem[] = []
      readYaml(path.join(folder, file), programmeTemplate, (problem) => void problems.push(problem))
      expect(problems).toEqual([])
    }
  })
})
