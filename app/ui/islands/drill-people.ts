/** The lists of the board: who is missing on top, groups that are counted, what waits for the commander, who is there. */

import type { Expected } from '../../domain/rollcall/expected'
import type { Roll } from '../../domain/rollcall/presence'
import type { Doubted } from '../../domain/rollcall/standing-entries'
import type { BoardFacts } from '../drills/board'
import { leavingOf } from './drill-leaving'
import { find, rowOf, say, showRows, timeText, type Words } from './drill-page'
import type { Phone } from './drill-phone'
import { missingText } from './drill-totals'

const most = 60
type Board = { place: HTMLElement; facts: BoardFacts; phone: Phone; word: Words; myZone: () => string }

export function peopleOf({ place, facts, phone, word, myZone }: Board): (roll: Roll) => void {
  const byId = new Map(facts.expected.map((one) => [one.id, one]))
  const nameOf = (id: string): string => byId.get(id)?.name ?? facts.names[id] ?? word('zone.none')
  const leaving = leavingOf(facts, phone, word, myZone)
  const zoneFilter = find<HTMLSelectElement>(place, 'zone-filter')
  const search = find<HTMLInputElement>(place, 'search')
  let showsAll = false
  let shown: Roll | null = null
  const again = () => shown && show(shown)
  for (const field of [zoneFilter, search]) field?.addEventListener('input', again)
  find(place, 'show-all')?.addEventListener('click', () => {
    showsAll = true
    again()
  })
  const filter = find(place, 'filter')
  if (filter) filter.hidden = facts.expected.length < 8 && facts.zones.length < 2

  const passes = (one: Expected, zone: string): boolean => {
    const text = search?.value.trim().toLowerCase() ?? ''
    const wanted = zoneFilter?.value ?? ''
    return (
      (text === '' || `${one.name}${one.department}`.toLowerCase().includes(text)) &&
      (wanted === '' || zone === wanted || one.zone === wanted)
    )
  }
  const personRow = (one: Expected): HTMLElement => {
    const row = rowOf(place, 'person')
    say(row, 'name', one.name)
    find(row, 'act')?.addEventListener('click', () => void phone.add({ kind: 'seen', who: one.id, way: 'tick', zone: myZone() }))
    for (const button of row.querySelectorAll<HTMLElement>('[data-away]')) {
      const why = (['leave', 'off-shift', 'elsewhere', 'on-duty'] as const).find((known) => known === button.dataset.away)
      if (why) button.addEventListener('click', () => void phone.add({ kind: 'away', who: one.id, why }))
    }
    find<HTMLSelectElement>(row, 'last')?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement && target.value !== '') void phone.add({ kind: 'last-seen', who: one.id, zone: target.value })
    })
    if (!facts.isOpen) for (const button of row.querySelectorAll<HTMLButtonElement>('button, select')) button.disabled = true
    return row
  }

  function show(roll: Roll): void {
    shown = roll
    const state = (one: Expected) => roll.people.get(one.id)
    const missing = facts.expected.filter((one) => one.kind === 'person' && state(one)?.state === 'missing')
    const listed = missing.filter((one) => passes(one, state(one)?.lastZone ?? ''))
    listed.sort(
      (one, other) =>
        (state(one)?.lastZone ?? '').localeCompare(state(other)?.lastZone ?? '', 'zh-CN') || one.name.localeCompare(other.name, 'zh-CN'),
    )
    const visible = showsAll ? listed : listed.slice(0, most)
    const factsOfRow = (one: Expected): string =>
      [
        one.department,
        word('row.last', { zone: state(one)?.lastZone || word('zone.none') }),
        one.help && word('row.help', { what: one.help }),
      ]
        .filter(Boolean)
        .join(' · ')
    showRows(
      find(place, 'missing'),
      visible,
      ({ id }) => id,
      personRow,
      (row, one) => say(row, 'facts', factsOfRow(one)),
    )
    find(place, 'more-missing')?.toggleAttribute('hidden', visible.length === listed.length)
    say(place, 'missing-count', missingText(roll.totals, word))
    find(place, 'missing-count')?.classList.toggle('text-vermilion', roll.totals.missing > 0)
    showGroups(roll)
    showDoubts(roll.doubts)
    showThere(roll)
  }

  function showGroups(roll: Roll): void {
    const groups = facts.expected.filter(({ kind }) => kind !== 'person')
    showRows(
      find(place, 'groups'),
      groups,
      ({ id }) => id,
      (one) => {
        const row = rowOf(place, 'group')
        say(row, 'name', one.name)
        row.querySelector('form')?.addEventListener('submit', (event) => {
          event.preventDefault()
          const [field, zone] = [row.querySelector('input'), row.querySelector('select')]
          const count = Number(field?.value.trim() || Number.NaN)
          if (!Number.isInteger(count) || count < 0 || count > 99_999) return field?.focus()
          void phone.add({ kind: 'counted', who: one.id, zone: zone?.value ?? '', count })
          if (field) field.value = ''
        })
        return row
      },
      (row, one) => {
        const { counted = null, state = 'uncounted' } = roll.people.get(one.id) ?? {}
        const parts = roll.counts
          .filter(({ who }) => who === one.id)
          .map(({ zone, count, by, at }) => word('group.counted', { zone, n: count, who: nameOf(by), time: timeText(at) }))
        const whole =
          one.kind === 'class' && one.count !== null
            ? word('group.of', { n: counted ?? 0, of: one.count })
            : word('group.of', { n: counted ?? 0, of: one.count ?? '—' })
        say(
          row,
          'facts',
          [whole, ...(state === 'short' ? [word('group.short', { n: (one.count ?? 0) - (counted ?? 0) })] : []), ...parts].join(' · '),
        )
      },
    )
  }

  function showDoubts(doubts: readonly Doubted[]): void {
    find(place, 'doubts-box')?.toggleAttribute('hidden', doubts.length === 0)
    const sorted = [...doubts].sort((one, other) => Number(one.decided !== null) - Number(other.decided !== null))
    showRows(
      find(place, 'doubts'),
      sorted,
      ({ entry }) => entry.id,
      ({ entry }) => {
        const row = rowOf(place, 'line')
        for (const [hook, counts] of [
          ['yes', true],
          ['no', false],
        ] as const) {
          const button = find<HTMLButtonElement>(row, hook)
          if (button) button.hidden = !facts.isCommander
          button?.addEventListener('click', () => void phone.add({ kind: 'decided', of: entry.id, counts }))
        }
        return row
      },
      (row, { entry, doubt, decided }) => {
        const { said } = entry
        const name = said.kind === 'walk-in' ? said.name : 'who' in said && typeof said.who === 'string' ? nameOf(said.who) : ''
        say(row, 'name', `${name}：${word(`doubt.${doubt}`)}`)
        const verdict = word(decided === null ? 'decided.wait' : decided ? 'decided.counts' : 'decided.not')
        say(row, 'facts', `${word('doubt.by', { who: nameOf(entry.by), time: timeText(entry.at) })} · ${verdict}`)
      },
    )
  }

  function showThere(roll: Roll): void {
    const { there, walkIns, guests } = roll.totals
    say(place, 'there-count', word('there.count', { n: there + walkIns + guests }))
    const gone = leaving.gone()
    const here = [
      ...facts.expected.flatMap((one) => {
        const { seen = null, state = 'missing', why = null } = roll.people.get(one.id) ?? {}
        if (one.kind !== 'person' || state === 'missing') return []
        const said = seen
          ? word('there.by', { who: nameOf(seen.by), time: timeText(seen.at), what: word(`way.${seen.way}`), zone: seen.zone })
          : word('away.as', { what: word(`away.${why ?? 'leave'}`) })
        return [
          {
            id: one.id,
            who: seen ? one.id : null,
            name: one.name,
            said,
            entry: seen?.entry ?? phone.entries().findLast((entry) => entry.said.kind === 'away' && entry.said.who === one.id)?.id ?? '',
          },
        ]
      }),
      ...roll.walkIns.map(({ entry, name, zone, at, by }) => ({
        id: entry,
        who: null,
        name,
        said: word('walkIn.by', { who: nameOf(by), time: timeText(at), zone }),
        entry,
      })),
    ]
    showRows(
      find(place, 'there'),
      here,
      ({ id }) => id,
      () => rowOf(place, 'line'),
      (row, { who, name, said, entry }) => {
        say(row, 'name', name)
        const left = leaving.button(row, who, who === null ? null : (gone.get(who)?.leftAt ?? null))
        say(row, 'facts', [said, left].filter(Boolean).join(' · '))
        const back = find<HTMLButtonElement>(row, 'back')
        if (!back) return
        back.hidden = !facts.isOpen || !(facts.isCommander || phone.entries().some(({ id, by }) => id === entry && by === facts.me))
        back.onclick = () => void phone.add({ kind: 'undo', of: entry })
      },
    )
  }
  return show
}
