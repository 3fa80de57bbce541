/** The board: stamps with their time, what can be taken back, the timeline, notes, the second call. */
import { timelineOf } from '../../domain/drills/timeline'
import type { Entry } from '../../domain/rollcall/event'
import { type Roll, rollOf } from '../../domain/rollcall/presence'
import { drawSecondCall } from '../../domain/rollcall/second-call'
import { notTakenBack } from '../../domain/rollcall/standing-entries'
import type { BoardFacts } from '../drills/board'
import { contactOf } from './drill-contact'
import { find, rowOf, say, showRows, stretch, timeText, type Words } from './drill-page'
import { peopleOf } from './drill-people'
import type { Phone } from './drill-phone'

const called = 5

export function boardOf(place: HTMLElement, facts: BoardFacts, phone: Phone, word: Words): () => void {
  const byId = new Map(facts.expected.map((one) => [one.id, one]))
  const nameOf = (id: string): string => byId.get(id)?.name ?? facts.names[id] ?? ''
  const myZone = (): string => find<HTMLSelectElement>(place, 'zone-filter')?.value || facts.myZones[0] || facts.assembly[0] || ''
  const people = peopleOf({ place, facts, phone, word, myZone })
  let roll: Roll | null = null

  for (const button of place.querySelectorAll<HTMLButtonElement>('button[data-mark]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault()
      const { mark = '', zone = '' } = button.dataset
      if (button.dataset.done === undefined) void phone.add({ kind: 'mark', mark, zone })
    })
  }
  const form = (hook: string, field: string, made: (text: string) => void) => {
    const found = find<HTMLFormElement>(place, hook)
    const input = found?.querySelector<HTMLInputElement>(`[name=${field}]`)
    if (!found || !input) return
    found.hidden = !facts.isOpen
    found.addEventListener('submit', (event) => {
      event.preventDefault()
      const text = input.value.trim()
      input.value = ''
      if (text !== '') made(text)
    })
  }
  form('note', 'text', (text) => void phone.add({ kind: 'note', text, zone: facts.myZones[0] ?? '' }))
  form('walk-in', 'name', (name) => void phone.add({ kind: 'walk-in', name, zone: myZone() }))

  const undo = find<HTMLButtonElement>(place, 'undo')
  const lastOwn = (): Entry | undefined =>
    notTakenBack(phone.entries(), facts.roles)
      .filter(({ by, device, said }) => by === facts.me && device === phone.device() && said.kind !== 'decided')
      .sort((one, other) => one.nth - other.nth)
      .at(-1)
  undo?.addEventListener('click', () => {
    const entry = lastOwn()
    if (entry) void phone.add({ kind: 'undo', of: entry.id })
  })
  const whatOf = ({ said }: Entry): string => {
    if (said.kind === 'mark') return `${word(`marks.${said.mark}`)}${said.zone === '' ? '' : ` ${said.zone}`}`
    if (said.kind === 'walk-in') return said.name
    if (said.kind === 'note') return said.text.slice(0, 12)
    if (said.kind !== 'undo') return 'who' in said && typeof said.who === 'string' ? nameOf(said.who) : ''
    const target = phone.entries().find(({ id }) => id === said.of)
    return word('undo.what', { what: target && target.said.kind !== 'undo' ? whatOf(target) : '' })
  }
  const contact = contactOf(place, phone, word, whatOf)

  const second = find(place, 'second-call')
  second?.addEventListener('click', () => {
    if (roll === null) return
    const byCode = [...roll.people.values()].filter(({ seen }) => seen !== null)
    const scanned = byCode.filter(({ seen }) => seen?.way === 'code')
    const pool = (scanned.length >= called ? scanned : byCode).map(({ id }) => id).sort()
    const who = drawSecondCall(`${facts.drill} ${crypto.getRandomValues(new Uint32Array(4)).join(' ')}`, pool, called)
    if (who.length === 0) return say(place, 'said', word('secondCall.none'))
    void phone.add({ kind: 'second-call', who: [...who] })
  })

  function showMarks(timeline: ReturnType<typeof timelineOf>): void {
    for (const button of place.querySelectorAll<HTMLButtonElement>('button[data-mark]')) {
      const { mark = '', zone = '' } = button.dataset
      const stamped = timeline.marks.find((one) => one.mark === mark && one.zone === zone)
      const since = stamped && timeline.begins !== null ? stretch(stamped.at - timeline.begins) : ''
      button.toggleAttribute('data-done', stamped !== undefined)
      say(button, 'mark-time', stamped ? word('mark.at', { time: timeText(stamped.at), n: since }) : '')
    }
    const entry = lastOwn()
    if (undo) undo.hidden = entry === undefined || !facts.isOpen
    if (undo && entry) undo.textContent = word('undo.what', { what: whatOf(entry) })
    const told = [
      ...timeline.marks.map(({ entry: id, mark, zone, at, by, others }) => ({
        id,
        at,
        photo: null,
        text: `${word(`marks.${mark}`)}${zone === '' ? '' : ` · ${zone}`}`,
        more: [nameOf(by), others > 0 ? word('mark.also', { n: others }) : ''],
      })),
      ...timeline.told.map(({ entry: id, at, by, text, zone, photo }) => ({
        id,
        at,
        photo,
        text: text ?? word('photo.taken'),
        more: [nameOf(by), zone],
      })),
    ].sort((one, other) => one.at - other.at)
    showRows(
      find(place, 'timeline'),
      told,
      ({ id }) => id,
      () => rowOf(place, 'line'),
      (row, { at, text, more, photo }) => {
        say(row, 'name', text)
        const link = find<HTMLAnchorElement>(row, 'photo')
        if (link && photo !== null) Object.assign(link, { hidden: false, href: `/drills/${facts.drill}/photos/${photo}` })
        say(
          row,
          'facts',
          [timeText(at), timeline.begins === null ? '' : `+${stretch(at - timeline.begins)}`, ...more].filter(Boolean).join(' · '),
        )
      },
    )
  }

  function showSecond(found: Roll): void {
    find(place, 'second-call-box')?.toggleAttribute('hidden', found.totals.there < 2 || !facts.isOpen)
    showRows(
      find(place, 'second'),
      found.secondCall?.who ?? [],
      ({ id }) => `${found.secondCall?.at} ${id}`,
      ({ id }) => {
        const row = rowOf(place, 'line')
        const yes = find<HTMLButtonElement>(row, 'yes')
        if (yes) yes.textContent = word('ticked')
        yes?.addEventListener('click', () => void phone.add({ kind: 'seen', who: id, way: 'again', zone: myZone() }))
        return row
      },
      (row, { id, again }) => {
        say(row, 'name', nameOf(id))
        say(row, 'facts', again === null ? word('secondCall.waits') : word('secondCall.again', { time: timeText(again) }))
        find(row, 'yes')?.toggleAttribute('hidden', again !== null || !facts.isOpen)
      },
    )
  }

  const tick = () => {
    const timeline = timelineOf(phone.entries(), facts.roles)
    const { begins, ends } = timeline
    const text =
      begins === null
        ? word('elapsed.none')
        : ends === null
          ? word('elapsed.since', { time: stretch(phone.now() - begins) })
          : word('elapsed.ended', { time: stretch(ends - begins) })
    say(place, 'elapsed', text)
  }
  setInterval(tick, 1000)
  return () => {
    const entries = phone.entries()
    const timeline = timelineOf(entries, facts.roles)
    roll = rollOf(facts.expected, entries, facts.roles, timeline.begins)
    people(roll)
    showMarks(timeline)
    showSecond(roll)
    contact()
    tick()
  }
}
