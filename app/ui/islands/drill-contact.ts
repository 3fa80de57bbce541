/** What waits on this phone, whether it is stored, when the server was last heard, and what it would not take. */
import type { Entry } from '../../domain/rollcall/event'
import { find, say, showRows, stretch, timeText, type Words } from './drill-page'
import type { Phone } from './drill-phone'

export function contactOf(place: HTMLElement, phone: Phone, word: Words, whatOf: (entry: Entry) => string): () => void {
  function showPending(): void {
    const [stored, loose] = [phone.stored(), phone.loose()]
    if (phone.waiting().length === 0) say(place, 'pending', word('pending.none'))
    // What is only being stored is not said to be.
    else if (stored > 0 || loose.length > 0) say(place, 'pending', word('pending.some', { n: stored }))
    find(place, 'loose-box')?.toggleAttribute('hidden', loose.length === 0)
    if (loose.length > 0) say(place, 'loose-title', word('loose.title', { n: loose.length }))
    showRows(
      find(place, 'loose'),
      loose,
      ({ id }) => id,
      () => document.createElement('li'),
      (row, entry) => {
        row.textContent = `${timeText(entry.at)} ${whatOf(entry)}`
      },
    )
    const { others, unread } = phone.sealed()
    const told = [others > 0 ? word('sealed.others', { n: others }) : '', unread > 0 ? word('sealed.unread', { n: unread }) : '']
    say(place, 'sealed', told.filter(Boolean).join(' '))
  }

  function showRefused(): void {
    const refused = [...phone.refused()]
    find(place, 'refused-box')?.toggleAttribute('hidden', refused.length === 0)
    showRows(
      find(place, 'refused'),
      refused,
      ([id]) => id,
      () => document.createElement('li'),
      (row, [id, fault]) => {
        const entry = phone.entries().find((one) => one.id === id)
        row.textContent = word('refused.some', { what: entry ? whatOf(entry) : id, name: fault })
      },
    )
  }

  return () => {
    showPending()
    const { state, last, isKept, hasNewList } = phone.contact()
    const when = last === null ? word('sync.never') : word('sync.at', { time: timeText(last) })
    const more = state === 'at' || state === 'never' ? '' : word(`sync.${state}`)
    say(place, 'sync', [more, when, hasNewList ? word('sync.newList') : '', isKept ? '' : word('sync.noStore')].filter(Boolean).join(' · '))
    const off = Math.abs(phone.offset())
    const key = off > 600_000 ? 'clock.far' : phone.offset() > 0 ? 'clock.slow' : 'clock.fast'
    say(place, 'clock', off < 30_000 ? '' : word(key, { n: stretch(off) }))
    showRefused()
  }
}
