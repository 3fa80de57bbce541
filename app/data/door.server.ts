import { setTimeout as pause } from 'node:timers/promises'
import type { NotSaved } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { patience } from './patience.server'
import { isHeldElsewhere, refused, toldOf } from './write-state.server'

const firstPause = 4
const longestPause = 100
/** Of several processes one writes for a few milliseconds at a time: who waits for it asks often, for a second. */
const longestBesideSiblings = 8
const briskFor = 1_000

/** A turn at the writing connection. `whenFree` runs the first statement, which takes the database from other processes too. */
export type Turn = { whenFree: <T>(attempt: () => Promise<T>) => Promise<T>; leave: () => void }

type Waiting = { asked: number; patience: number; admit: () => void; refuse: (fault: NotSaved) => void }

/** What stands before the door now, and how long what came in had waited, over all doors of this process. */
const waits = { entered: 0, milliseconds: 0, longest: 0 }
const doors = new Set<readonly Waiting[]>()
export const doorFacts = (): { waiting: number; entered: number; milliseconds: number; longest: number } => ({
  waiting: [...doors].reduce((sum, queue) => sum + queue.length, 0),
  ...waits,
})

function noteEntered(waited: number): void {
  waits.entered += 1
  waits.milliseconds += waited
  waits.longest = Math.max(waits.longest, waited)
}

/** The longest pause between two attempts, given since when another process has held the database. */
const longestFor = (since: number | null): number =>
  settings().workers > 1 && since !== null && performance.now() - since < briskFor ? longestBesideSiblings : longestPause

/**
 * One holder at a time, in order of asking. While another process holds the database the first in line tries again and again without
 * holding up the event loop; who has no patience left is told that nothing was saved (`NotSaved`), the others keep their places.
 */
export function makeDoor(): { enter: () => Promise<Turn>; close: () => void } {
  const queue: Waiting[] = []
  doors.add(queue)
  let isHeld = false
  /** Since when another process has held the database, as far as the one in front has found. */
  let heldElsewhere: number | null = null

  const leave = () => {
    isHeld = false
    const next = queue.shift()
    if (next === undefined) return
    isHeld = true
    next.admit()
  }

  const isSpent = (one: Pick<Waiting, 'asked' | 'patience'>, now: number) =>
    heldElsewhere !== null && now - Math.max(one.asked, heldElsewhere) >= one.patience

  const refuseSpent = (now: number) => {
    for (const one of queue.filter((waiting) => isSpent(waiting, now))) {
      queue.splice(queue.indexOf(one), 1)
      one.refuse(refused('busy'))
    }
  }

  async function attempts<T>(mine: Pick<Waiting, 'asked' | 'patience'>, attempt: () => Promise<T>): Promise<T> {
    for (let rest = firstPause; ; rest = Math.min(rest * 1.5, longestFor(heldElsewhere))) {
      try {
        const value = await attempt()
        heldElsewhere = null
        noteEntered(performance.now() - mine.asked)
        return value
      } catch (fault) {
        if (!isHeldElsewhere(fault)) throw toldOf(fault)
        const now = performance.now()
        heldElsewhere ??= now
        if (isSpent(mine, now)) throw refused('busy')
        refuseSpent(now)
        await pause(rest)
      }
    }
  }

  function turnOf(mine: Pick<Waiting, 'asked' | 'patience'>): Turn {
    let left = false
    return {
      whenFree: (attempt) => attempts(mine, attempt),
      leave: () => {
        if (left) return
        left = true
        leave()
      },
    }
  }

  async function enter(): Promise<Turn> {
    const mine = { asked: performance.now(), patience: patience() }
    if (!isHeld) {
      isHeld = true
      return turnOf(mine)
    }
    if (heldElsewhere !== null && mine.patience === 0) throw refused('busy')
    await new Promise<void>((admit, refuse) => queue.push({ ...mine, admit, refuse }))
    return turnOf(mine)
  }

  return { enter, close: () => void doors.delete(queue) }
}
