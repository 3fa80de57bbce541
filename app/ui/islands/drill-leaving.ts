/** At a class: who left before the end, and who came back. Drills have no such button. */
import { seenLeftOf } from '../../domain/rollcall/seen-left'
import type { BoardFacts } from '../drills/board'
import { find, timeText, type Words } from './drill-page'
import type { Phone } from './drill-phone'

type Leaving = {
  /** When each who is there left, by id; to be asked once each time the lists are shown. */
  gone: () => ReadonlyMap<string, { leftAt: number | null }>
  /** Shows the button of a row; answers what is to be said of somebody who left. */
  button: (row: HTMLElement, who: string | null, leftAt: number | null) => string
}

export function leavingOf(facts: BoardFacts, phone: Phone, word: Words, myZone: () => string): Leaving {
  return {
    gone: () => (facts.of === 'class' ? seenLeftOf(facts.expected, phone.entries(), facts.roles, null) : new Map()),
    button: (row, who, leftAt) => {
      const shown = find<HTMLButtonElement>(row, 'left')
      if (!shown || facts.of !== 'class') return ''
      shown.hidden = who === null || !facts.isOpen
      shown.textContent = word(leftAt === null ? 'left.do' : 'left.back')
      if (who !== null)
        shown.onclick = () =>
          void phone.add(leftAt === null ? { kind: 'left', who, zone: myZone() } : { kind: 'seen', who, way: 'tick', zone: myZone() })
      return leftAt === null ? '' : word('left.at', { time: timeText(leftAt) })
    },
  }
}
