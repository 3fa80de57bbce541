import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { type Register, registers } from '~/domain/classes/registers'
import type { Locale } from '~/i18n/config'
import { locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { EntryView } from '~/ui/classes/entry-view'
import { RegisterView } from '~/ui/classes/register-view'
import { type EntryPage, fields, kindsOf, levels, type RegisterPage } from '~/ui/classes/registers'

const shown = (what: React.ReactElement, locale: Locale): string =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{what}</I18nextProvider>)

/** Something to read in every field, of each of the kinds in turn. */
const valuesOf = (register: Register, nth = 0): Record<string, string> =>
  Object.fromEntries(
    fields[register].map(({ name, kind }) => {
      if (kind === 'day') return [name, '2026-03-10']
      if (kind === 'kind') return [name, kindsOf[register][nth] ?? '']
      if (kind === 'level') return [name, levels[nth] ?? '']
      return [name, kind === 'year' ? '2026' : `某${name}`]
    }),
  )
const most = Math.max(levels.length, ...registers.map((register) => kindsOf[register].length))

const list = (register: Register, more: Partial<RegisterPage> = {}): RegisterPage => ({
  register,
  done: null,
  rows: Array.from({ length: most }, (_, nth) => ({
    ...{
      id: `id-${nth}`,
      place: '东街',
      cells: valuesOf(register, nth),
      end: nth === 1 ? { lastDay: '2026-03-09', reason: '搬迁' } : null,
    },
    results: nth === 0 && register === 'contest' ? [{ award: '第一名', who: '李雷', of: '派出所' }] : [],
  })),
  ...{
    page: 1,
    pages: 2,
    total: most,
    current: most - 1,
    places: [{ value: 'east', label: '东街' }],
    years: [{ value: '2026', label: '2026' }],
  },
  filter: { q: '', place: '', year: '', isAll: false, isOn: false, search: '' },
  bases: [],
  ...more,
})
const one = (register: Register, entry: EntryPage['entry']): EntryPage => ({
  ...{ register, entry, place: 'east', today: '2026-03-10' },
  places: [{ value: 'east', label: '东街' }],
  providers: [{ value: '某provider', label: '安训学校' }],
})

/** Keys of the locales that a page shows where it should have words. */
const bareKeys = (page: string): string[] =>
  page.replace(/<[^>]*(?:name|for|id|href|value|class|aria-describedby)="[^"]*"[^>]*>/g, ' ').match(/\b[a-z]+(?:\.[a-zA-Z]+){1,}\b/g) ?? []

describe('a supervisor who looks at a register', () => {
  it.each(registers.flatMap((register) => locales.map((locale) => [register, locale] as const)))(
    'reads %s in words: %s',
    (register, locale) => {
      const ended = { id: 'x', place: '东街', revision: 2, values: valuesOf(register), end: { lastDay: '2026-03-09', reason: '搬迁' } }
      const answer = { errors: { name: ['training:refusal.known'] }, values: {} }
      const pages = [
        shown(<RegisterView page={list(register, { done: 'added' })} />, locale),
        shown(<RegisterView page={list(register, { rows: [], total: 0, current: 0 })} />, locale),
        shown(<EntryView page={one(register, null)} answer={answer} act={null} />, locale),
        shown(<EntryView page={one(register, { ...ended, end: null })} answer={undefined} act="change" />, locale),
        shown(<EntryView page={one(register, ended)} answer={undefined} act="change" />, locale),
      ]
      expect(pages.map(bareKeys)).toEqual(pages.map(() => []))
      for (const page of pages) expect(page.match(/<h1/g)).toHaveLength(1)
    },
  )

  it('is told first which place has no training base, and where to enter it', () => {
    const bases = [
      { id: 'east', name: '东街', count: 2 },
      { id: 'west', name: '西街', count: 0 },
    ]
    const page = shown(<RegisterView page={list('base', { bases })} />, 'zh')
    expect(page).toContain('还有1个地方没有培训基地')
    expect(page).toContain('有2处')
    expect(page).toContain('/street/bases/new?place=west')
  })

  it('finds what was typed again after a refusal, by the field that is wrong', () => {
    const answer = { errors: { year: ['training:error.year'] }, values: { name: '李雷', why: '练得好' } }
    const page = shown(<EntryView page={one('talent', null)} answer={answer} act={null} />, 'zh')
    expect(page).toContain('value="李雷"')
    expect(page).toContain('练得好</textarea>')
    expect(page).toContain('请写四位年份')
  })

  it('is asked for a last day and a reason apart from the rest, and keeps the rest while that is refused', () => {
    const entry = { id: 'x', place: '东街', revision: 1, values: valuesOf('base'), end: null }
    const answer = { errors: { reason: ['training:error.missing'] }, values: { act: 'end', lastDay: '2026-03-10' } }
    const page = shown(<EntryView page={one('base', entry)} answer={answer} act="end" />, 'zh')
    expect(page).toContain('value="某address"')
    expect(page.match(/请填写这一项/g)).toHaveLength(1)
  })
})
