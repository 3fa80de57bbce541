import { actKey, type DoneAct, type Mode, readAct } from '~/domain/learn/panel/acts'
import { debriefOf } from '~/domain/learn/panel/debrief'
import type { PanelState } from '~/domain/learn/panel/panel-state'
import { replay } from '~/domain/learn/panel/replay'
import type { Point, Scenario, Step, Wrong } from '~/domain/learn/panel/scenario'

const words = (zh: string) => ({ zh, en: zh })
const point = (id: string, kind: Point['kind'], address: number): Point => ({ id, kind, loop: 1, address, place: words(id) })
const step = (id: string, does: string[], more: Partial<Step> = {}): Step => ({
  id,
  does,
  text: words(id),
  missing: words(id),
  because: words(id),
  source: 'standard',
  ...more,
})
const wrong = (id: string, came: string, first?: string): Wrong => ({
  id,
  came,
  first,
  told: words(id),
  because: words(id),
  source: 'standard',
})

/** A store that burns: the room reports at 3, the corridor at 60; the pump's cabinet is on stop. */
export const burning: Scenario = {
  id: 'burning',
  ends: 300,
  points: [point('room', 'smoke', 1), point('corridor', 'smoke', 2), point('valve', 'valve', 3)],
  start: { key: 'automatic', shielded: [], silent: ['hydrant-pump'] },
  linked: ['sounders', 'broadcast', 'hydrant-pump'],
  phone: { in: 5, words: words('a smell') },
  visits: [
    { to: 'zone', arrives: 30, sees: words('smoke at the gap'), words: words('fire'), finds: 'fire' },
    { to: 'pump-room', arrives: 20, sees: words('selector on stop'), words: words('on stop') },
  ],
  events: [
    { id: 'first', at: 3, does: { kind: 'signal', signal: 'fire', point: 'room' } },
    { id: 'second', at: 60, does: { kind: 'signal', signal: 'fire', point: 'corridor' } },
    { id: 'water', after: 'answer:hydrant-pump', in: 5, does: { kind: 'heard', words: words('water') } },
    { id: 'dry', at: 150, unless: ['answer:hydrant-pump'], does: { kind: 'heard', words: words('no water') } },
  ],
  steps: [
    step('look', ['send:zone']),
    step('automatic', ['automatic'], { holds: 'automatic' }),
    step('call', ['call-119']),
    step('announce', ['start:broadcast'], { holds: 'broadcast' }),
    step('cabinet', ['cabinet'], { since: 'there:pump-room' }),
  ],
  wrongs: [
    wrong('reset-unseen', 'reset', 'seen'),
    wrong('empty', 'both-go'),
    wrong('late', 'second', 'look'),
    wrong('boss', 'head', 'call'),
  ],
}

/** Acts written as “second act” or “second field act”. */
export function acts(...lines: string[]): DoneAct[] {
  return lines.map((line) => {
    const [at = '', ...rest] = line.split(' ')
    const key = rest.at(-1) ?? ''
    const act = readAct(
      key,
      burning.points.map(({ id }) => id),
    )
    if (act === null) throw new Error(`no act ${key}`)
    return { at: Number(at), by: rest.length > 1 ? 'field' : 'desk', act }
  })
}

export const played = (until: number, lines: string[] = [], mode: Mode = 'alone', scenario: Scenario = burning): PanelState =>
  replay(scenario, mode, acts(...lines), until)

export const judged = (lines: string[], until = 300, scenario: Scenario = burning) => {
  const { steps, wrongs } = debriefOf(scenario, played(until, lines, 'alone', scenario))
  return {
    steps: Object.fromEntries(steps.map(({ step: { id }, kind }) => [id, kind])),
    wrongs: wrongs.map(({ wrong: { id } }) => id),
  }
}
export const keysOf = (state: PanelState) => state.done.map(({ act }) => actKey(act))
