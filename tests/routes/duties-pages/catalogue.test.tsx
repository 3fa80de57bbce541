import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { dutyEntries } from '~/content/duty-catalogue.server'
import { dutyPage } from '~/content/duty-pages.server'
import { type Day, parseDay } from '~/domain/shared/day'
import { type Locale, locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { loader as allDuties } from '~/routes/duties+/duties._index'
import { loader as oneDuty } from '~/routes/duties+/duties.$dutyId'
import type { DutyList, DutyPage } from '~/ui/duties/catalogue/entry'
import { DutyCatalogue } from '~/ui/duties/catalogue/list'
import { DutyView } from '~/ui/duties/catalogue/view'
import { emptyDatabase, setClock } from '../../factories/world'
import { ask, statusOf } from './street-corner'

let now: Date
const list = async (search = ''): Promise<DutyList> => allDuties(await ask(`/duties${search}`, null, now))
const duty = async (dutyId: string): Promise<DutyPage> => oneDuty(await ask(`/duties/${dutyId}`, null, now, { dutyId }))
const lines = ({ sections }: DutyList) => sections.flatMap((section) => section.lines)
const ids = (found: DutyList) => lines(found).map(({ id }) => id)
const text = (element: React.ReactNode, locale: Locale = 'zh') =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{element}</I18nextProvider>).replaceAll(/<[^>]+>/g, ' ')
const day = (written: string): Day => {
  const parsed = parseDay(written)
  if (parsed === null) throw new Error(written)
  return parsed
}

beforeAll(() => {
  catalogue()
}, 60_000)

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
})

describe('what must be done, by whom, how often', () => {
  it('lists every duty once for anyone, under counts that add up', async () => {
    const found = await list()
    const shown = ids(found)
    expect(new Set(shown).size).toBe(shown.length)
    expect(found.total).toBe(shown.length)
    expect(found.computed + found.stated).toBe(found.total)
    expect(found.stated).toBe(catalogue().stated.size)
  })

  it('has one line for the training before each job, and its pages by position', async () => {
    const shown = ids(await list())
    expect(shown.filter((id) => id.startsWith('pre-job'))).toEqual(['pre-job'])
    const { members } = await duty('pre-job')
    expect(members.map(({ id }) => id)).toContain('pre-job-welder')
    expect(members.length).toBe(catalogue().vocabulary.positions.size)
    expect((await duty('pre-job-welder')).family).toBe('pre-job')
  })

  it('says whom and how often in words, with the source and how far it was checked', async () => {
    const shown = text(<DutyCatalogue list={await list('?q=重点单位每半年')} />)
    expect(shown).toContain('消防演练（重点单位每半年）')
    expect(shown).toContain('消防安全重点单位')
    expect(shown).toContain('每半年')
    expect(shown).toContain('61号令 第四十条 · 已核对条文原文')
    expect(text(<DutyCatalogue list={await list('?trait=warehouse&q=仓储')} />)).toContain('据转载文本，原文待核')
  })

  it('finds words in titles, clauses and quotations, every one of them, in any width', async () => {
    expect(ids(await list('?q=不断完善预案'))).toEqual(['key-drill'])
    expect(ids(await list('?q=不断完善预案%20没有的词'))).toEqual([])
    expect(ids(await list('?q=６１号令%20标识'))).toContain('drill-notice')
    expect(ids(await list('?q=KEY%20UNITS'))).toContain('key-drill')
  })

  it('shows a welder what names welders first, then what binds everyone, and no duty of units', async () => {
    const found = await list('?position=welder')
    expect(found.sections.map(({ group }) => group)).toEqual(['named', 'general'])
    const [named, general] = found.sections.map((section) => section.lines.map(({ id }) => id))
    expect(named).toContain('hotwork-certified')
    expect(general).toContain('pre-job-welder')
    expect(lines(found).filter(({ bound }) => bound.binds === 'unit')).toEqual([])
    expect(ids(found)).not.toContain('electrician-certified')
  })

  it('shows a hotel its own duties and those of every unit, and none of schools', async () => {
    const found = await list('?trait=hotel')
    expect(ids(found)).toContain('crowded-ops-emergency-drill')
    expect(ids(found)).toContain('unit-drill-annual')
    expect(ids(found)).not.toContain('primary-secondary-monthly-drill')
  })

  it('narrows to a force and to what is only reminded of', async () => {
    const laws = await list('?force=law&kind=stated')
    expect(laws.computed).toBe(0)
    expect(ids(laws)).toContain('unit-fire-education')
    for (const { rhythm } of lines(laws)) expect(rhythm.kind).toBe('stated')
    for (const { rhythm } of lines(await list('?kind=computed'))) expect(rhythm.kind).not.toBe('stated')
  })

  it('opens a short answer whole, and folds the long list but its first part', async () => {
    expect((await list('?q=演练&trait=hotel')).sections.every(({ isOpen }) => isOpen)).toBe(true)
    expect((await list()).sections.map(({ isOpen }) => isOpen).filter(Boolean)).toHaveLength(1)
  })

  it('says that nothing was found and what to do, and takes unknown questions for none', async () => {
    const nothing = text(<DutyCatalogue list={await list('?q=没有的词')} />)
    expect(nothing).toContain('没有符合条件的义务')
    expect(nothing).toContain('看全部义务')
    expect((await list('?position=astronaut&force=magic')).chosen.isOn).toBe(false)
  })
})

describe('one duty', () => {
  it('is not found when there is none', async () => {
    expect(await statusOf(duty('no-such-duty'))).toBe(404)
    expect(await statusOf(duty('__proto__'))).toBe(404)
  })

  it('opens to the clause, whom it binds, what counts, the exact rhythm, our reading and its place', async () => {
    const shown = text(<DutyView duty={await duty('key-drill')} />)
    for (const words of [
      '消防安全重点单位应当按照灭火和应急疏散预案，至少每半年进行一次演练',
      '消防法 第十七条第四项',
      '由单位组织',
      '消防演练：疏散演练（要在本单位）',
      '每半年至少一次',
      '离期末不足 30 天才开始适用的，当期不要求。',
      '本平台的口径',
      '部门规章、国办文件',
      '全国',
      '2002年5月1日起',
      '开启之后才算',
      '消防演练（所有单位每年）',
    ])
      expect(shown).toContain(words)
  })

  it('says of a reprint that the original is still to be checked, and where it was read', async () => {
    const shown = text(<DutyView duty={await duty('warehouse-training')} />)
    expect(shown).toContain('据转载文本，原文待核')
    expect(shown).toContain('转载处：github.com/An-0726/safety-basis knowledge/clauses/C042.json')
  })

  it('names the local document and its place', async () => {
    const shown = text(<DutyView duty={await duty('grid-training-shuangyang')} />)
    expect(shown).toContain('双阳街道消防安全治本攻坚三年行动方案')
    expect(shown).toContain('福建省泉州市洛江区双阳街道')
  })

  it('reads the expiry printed on a licence before any length of time of ours', async () => {
    const shown = text(<DutyView duty={await duty('hotwork-certified')} />)
    expect(shown).toContain('电焊工 · 在有效期内，到期前换')
    expect(shown).toContain('证上印有到期日的，以印的为准；没有印的，按 2 年算。')
    expect(shown).toContain('没有做到的，不得上岗。')
  })

  it('gives a stated duty its own words, never a standing, and says why', async () => {
    const page = await duty('drill-notice')
    expect(page).toMatchObject({ counts: [], adopt: null, rhythm: { kind: 'stated', when: '每次演练。' } })
    const shown = text(<DutyView duty={page} />)
    expect(shown).toContain('平台事先不知道')
    expect(shown).toContain('从不显示“已完成”或“已逾期”')
  })

  it.each([
    ['2026-10-31', ['next', 'later'], '2026-11-01'],
    ['2026-11-01', ['now', 'later'], '2026-11-01'],
    ['2026-11-09', ['now', 'now'], '2026-11-01'],
    ['2026-12-01', ['next', 'later'], '2027-11-01'],
  ])('says on %s which reminder of the fire safety month is next', (today, states, from) => {
    const reminders = dutyPage('fire-month', 'zh', day(today))?.reminders ?? []
    expect(reminders.map(({ state }) => state)).toEqual(states)
    expect(reminders[0]?.from).toBe(from)
  })

  it('tells before and after its days that it is not in force', () => {
    expect(dutyPage('key-drill', 'zh', day('2002-04-30'))?.inForce).toBe('later')
    expect(dutyPage('key-drill', 'zh', day('2002-05-01'))?.inForce).toBe('now')
  })

  it('can be said of every duty in every language, with a name for whom and where', () => {
    for (const locale of locales)
      for (const { id, members } of dutyEntries())
        for (const each of [id, ...members.map((member) => member.id)]) {
          const page = dutyPage(each, locale, day('2026-03-10'))
          if (page === null) throw new Error(each)
          const shown = text(<DutyView duty={page} />, locale)
          expect({ each, where: page.where }).not.toMatchObject({ where: expect.stringMatching(/^[a-z0-9-]+$/) })
          expect({ each, shown }).not.toMatchObject({ shown: expect.stringMatching(/\{|undefined|programme-/) })
        }
  })

  it('has a name for the units of every trait, and a heading for every kind of unit', () => {
    const { traits } = catalogue().vocabulary
    expect([...traits.values()].filter(({ units, group }) => units === undefined || group === undefined)).toEqual([])
    const groups = [...new Set([...traits.values()].map(({ group }) => group))]
    for (const locale of locales) for (const group of groups) expect(translator(locale).t(`duties:catalogue.group.${group}`)).not.toBe('')
  })
})
