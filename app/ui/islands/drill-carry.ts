/** What waits on this phone as a file for another phone of the same drill: sealed with a key that only boards of this drill have. */
import { carried } from '../../domain/rollcall/wire'
import type { BoardFacts } from '../drills/board'
import { find, say, timeText, type Words } from './drill-page'
import type { Phone } from './drill-phone'
import { locked, unlocked } from './sealed-text'

const mark = 'mingbai-drill-1\n'

function save(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

export function carryOf(place: HTMLElement, facts: BoardFacts, phone: Phone, word: Words): void {
  const box = find(place, 'carry')
  if (!box || !('subtle' in crypto)) return
  box.hidden = false
  find(box, 'carry-out')?.addEventListener('click', async () => {
    const entries = phone.waiting()
    if (entries.length === 0) return say(place, 'said', word('carry.nothing'))
    const text = await locked(JSON.stringify({ drill: facts.drill, entries }), facts.carry)
    save(mark + text, `mingbai-drill-${timeText(phone.now()).replaceAll(':', '')}.txt`)
    say(place, 'said', word('carry.made', { n: entries.length }))
  })
  find<HTMLInputElement>(box, 'carry-in')?.addEventListener('change', async ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined
    if (!file || !(target instanceof HTMLInputElement)) return
    const text = file.size < 5_000_000 ? await file.text() : ''
    target.value = ''
    const read = carried.safeParse(text.startsWith(mark) ? readJson(await unlocked(text.slice(mark.length).trim(), facts.carry)) : null)
    if (!read.success || read.data.drill !== facts.drill) return say(place, 'said', word('carry.bad'))
    const { fresh, isStored } = await phone.take(read.data.entries)
    say(place, 'said', word(isStored ? 'carry.taken' : 'carry.loose', { n: fresh }))
  })
}
