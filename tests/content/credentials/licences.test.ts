import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { checkLicences, topicsOf } from '~/content/check-licences.server'
import { allLicenceKinds, getLicenceKind, inForceOn, loadLicences, officialHosts } from '~/content/licences.server'
import type { Problem } from '~/content/read-file.server'
import { addDays, type Day, ENDLESS, parseDay } from '~/domain/shared/day'

const day = (text: string): Day => parseDay(text) ?? addDays(ENDLESS, 0)

/** The problems of licences.yaml with one thing changed. */
function problemsOf(change: (text: string) => string): string[] {
  const { root, vocabulary } = catalogue()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-licences-'))
  fs.writeFileSync(path.join(folder, 'licences.yaml'), change(fs.readFileSync(path.join(root, 'licences.yaml'), 'utf8')))
  const problems: Problem[] = []
  loadLicences(folder, (problem) => problems.push(problem))
  checkLicences({ root: folder, vocabulary }, (problem) => problems.push(problem))
  fs.rmSync(folder, { recursive: true })
  return problems.map(({ message }) => message)
}

describe('the kinds of licences', () => {
  it('are sound', () => {
    expect(problemsOf((text) => text)).toEqual([])
    expect([...allLicenceKinds().keys()]).toEqual([
      'hot-work-special',
      'hot-work-construction',
      'pressure-welding',
      'pressure-welder-items',
      'fire-facility-operator',
      'fire-keeper',
      'electrician',
      'fire-engineer',
      'skill-level',
    ])
  })

  it('give evidence topics that the catalogue of duties counts', () => {
    const counted = new Set(
      [...catalogue().duties.values()].flatMap(({ rule }) =>
        rule.counts.filter(({ kind }) => kind === 'licence').map(({ topic }) => topic),
      ),
    )
    const given = new Set([...allLicenceKinds().values()].flatMap(topicsOf))
    for (const topic of counted) expect([...given]).toContain(topic)
  })

  it('hold the skill certificate only to say that it authorises nothing', () => {
    expect(topicsOf(getLicenceKind('skill-level'))).toEqual([])
    expect(getLicenceKind('skill-level').authorisesNothing?.zh).toContain('不是动火的许可')
  })

  it('judge each event by the rule in force on its day, and say what is not known since June 2026', () => {
    const kind = getLicenceKind('hot-work-special')
    expect(inForceOn(kind.rules, day('2026-05-31')).map(({ of }) => of)).toEqual(['总局令第30号 第十九条、第二十一条、第二十二条'])
    expect(inForceOn(kind.rules, day('2026-06-01')).map(({ of }) => of)).toEqual(['应急管理部令第19号 第二条'])
    expect(inForceOn(kind.unconfirmed, day('2026-05-31'))).toEqual([])
    expect(inForceOn(kind.unconfirmed, day('2026-06-01'))[0]?.says.zh).toContain('没有核到条文')
    expect(inForceOn(kind.renewal, day('2026-06-01'))[0]?.opens).toBeUndefined()
  })

  it('name official hosts once, without a look-alike among them', () => {
    expect([...officialHosts()].sort()).toEqual([
      'cnse.samr.gov.cn',
      'cx.mem.gov.cn',
      'www.cpta.com.cn',
      'xfhyjd.119.gov.cn',
      'zlaq.mohurd.gov.cn',
      'zscx.osta.org.cn',
    ])
  })

  it.each<[string, (text: string) => string, string]>([
    [
      'a topic that is not in the vocabulary',
      (text) => text.replace('topics: [electrician]', 'topics: [plumber]'),
      'there is no topic plumber',
    ],
    ['a second-hand rule without its page', (text) => text.replace('      page: 360docs.net/doc/3016189049.html\n', ''), 'name its page'],
    [
      'a licence that authorises and says it does not',
      (text) =>
        text.replace(
          'evidence: { topics: [] }\n  prints:\n    - { field: level, asks: needed, hint: { zh: 证上印的等级',
          'evidence: { topics: [electrician] }\n  prints:\n    - { field: level, asks: needed, hint: { zh: 证上印的等级',
        ),
      'say either',
    ],
    ['a field twice', (text) => text.replace('{ field: validFrom, asks: rare', '{ field: validTo, asks: rare'), 'a field stands twice'],
    [
      'a province that does not exist',
      (text) => text.replace('jurisdiction: shaanxi', 'jurisdiction: atlantis'),
      'there is no jurisdiction atlantis',
    ],
    ['a mark of memory', (text) => text.replace('mark: V1,', 'mark: M,'), 'mark'],
    ['a host with a port', (text) => text.replace('host: cnse.samr.gov.cn', 'host: cnse.samr.gov.cn:8080'), 'whole host'],
  ])('are refused with %s', (_what, change, message) => {
    expect(problemsOf(change).join('\n')).toContain(message)
  })
})
