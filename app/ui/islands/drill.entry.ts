/** On the board of a drill: everything is kept on this phone first, sent when there is network, and shown the same on every board. */
import './without-eval'
import type { BoardFacts } from '../drills/board'
import { boardOf } from './drill-board'
import { cardsOf } from './drill-cards'
import { carryOf } from './drill-carry'
import { codeOf } from './drill-code'
import { wordsOf } from './drill-page'
import { phoneOf } from './drill-sync'

async function begin(place: HTMLElement): Promise<void> {
  const facts: BoardFacts = JSON.parse(place.dataset.board ?? '{}')
  const word = wordsOf(place)
  let show: () => void = () => undefined
  let isAsked = false
  const changed = () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      show()
    })
  }
  const phone = await phoneOf(facts, changed)
  show = boardOf(place, facts, phone, word)
  carryOf(place, facts, phone, word)
  cardsOf(place, facts, phone, word)
  codeOf(place, facts, phone, word)
  show()
}

const place = document.querySelector<HTMLElement>('[data-board]')
if (place) void begin(place)
