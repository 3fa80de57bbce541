import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { loadDutyFiles } from '~/content/duties.server'
import { countedWords, traitName } from '~/content/duty-lines.server'
import { firstOfMonth, formatDay } from '~/domain/shared/day'

/** The entry for later years as it is written, with one line changed; the problems that are found. */
function problemsWith(from: string, to: string): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duties-'))
  const written = fs.readFileSync('content/duties/plans.yaml', 'utf8')
  const [entry = ''] = /- id: "party-school-\{year\}"[\s\S]*?(?=\n- id: )/.exec(written) ?? []
  expect(entry).toContain(from)
  fs.writeFileSync(path.join(folder, 'plans.yaml'), `${entry.replace(from, to)}\n`)
  const problems: string[] = []
  loadDutyFiles(folder, catalogue().vocabulary, ({ message }) => problems.push(message))
  fs.rmSync(folder, { recursive: true })
  return problems
}

describe('the party school by year', () => {
  const rule = (year: number) => catalogue().duties.get(`party-school-${year}`)?.rule

  it('binds the unit in every year from 2024 to 2035, from the first day of the year, by its own list and its own evidence', () => {
    for (let year = 2024; year <= 2035; year += 1) {
      expect(rule(year)).toMatchObject({
        binds: 'unit',
        positions: [],
        traits: [`programme-party-school-${year}`],
        counts: [{ kind: 'class', topic: `party-school-${year}`, sameUnit: true }],
      })
      expect(formatDay(rule(year)?.from ?? firstOfMonth(0))).toBe(`${year}-01-01`)
    }
    expect(rule(2036)).toBeUndefined()
  })

  it('says of a later year that the plan names nobody for it, and of no year anything with a gap left open', () => {
    for (const [id, { words }] of catalogue().duties)
      if (id.startsWith('party-school-2')) expect(JSON.stringify(words)).not.toContain('{year}')
    expect(catalogue().duties.get('party-school-2028')?.words.policy?.zh).toContain('没有写以后各年')
    expect(catalogue().duties.get('party-school-2028')?.words.title.zh).toBe('2028年党校集中培训')
    expect(catalogue().duties.get('party-school-2026')?.words.policy?.zh).not.toContain('没有写以后各年')
  })

  it('names evidence and list of a later year in words', () => {
    expect(countedWords('class', 'party-school-2027', 'zh')).toBe('集中培训班：党校集中培训2027')
    expect(countedWords('class', 'party-school-2026', 'zh')).toBe('集中培训班：党校集中培训2026（商业综合体）')
    expect(traitName('programme-party-school-2027', 'en')).toBe('In a frozen class list (Party school class 2027)')
  })

  it('is written without a mistake, and a mistake in it is found', () => {
    expect(problemsWith('first: 2027', 'first: 2027')).toEqual([])
    expect(problemsWith('first: 2027', 'first: 2026')[0]).toContain('first day of its first year')
    expect(problemsWith('  each: year\n', '')[0]).toContain('each: year and years belong together')
    expect(problemsWith('topic: "party-school-{year}"', 'topic: "night-school-{year}"')[0]).toContain(
      'there is no topic night-school-{year}',
    )
  })
})
