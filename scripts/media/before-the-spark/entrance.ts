/** The main entrance, where the second notice goes up. */
import { person, walking } from '../figures.ts'
import { write } from '../glyphs.ts'
import { plant, verdict } from '../props.ts'
import { box, colour, during, fade, line, mix, shape } from '../stage.ts'
import { crew } from './crew.ts'
import { p } from './marks.ts'
import { notice } from './notice.ts'

const GROUND = 404

export function entrance(t: number): string {
  const leaf = (x: number): string =>
    box(x, 128, 132, GROUND - 128, '#C4D6DE', 0, { stroke: '#7C858B', 'stroke-width': 7 }) +
    shape(`M${x + 8} 300L${x + 66} 134H${x + 104}L${x + 44} ${GROUND - 6}H${x + 8}z`, '#FFFFFF', { opacity: 0.35 })
  const walk = walking(t, [
    { at: -0.4, x: 690 },
    { at: 0.6, x: 800 },
  ])
  const lift = during(t, 0.3, 0.85)
  const hand = p(mix(32, 66, lift), mix(-128, -206, lift))
  const feet = 452
  return (
    box(0, 0, 1280, GROUND, '#E4DCCE') +
    box(0, 0, 1280, 30, '#CFC5B3') +
    box(0, GROUND, 1280, 90, '#CFC8BA') +
    box(0, GROUND, 1280, 5, '#B9B1A1') +
    box(60, 140, 190, 150, colour.glass, 4, { stroke: '#FFFFFF', 'stroke-width': 12 }) +
    box(1060, 140, 160, 150, colour.glass, 4, { stroke: '#FFFFFF', 'stroke-width': 12 }) +
    leaf(360) +
    leaf(498) +
    line([p(480, 250), p(480, 310)], '#5F676C', 7) +
    line([p(510, 250), p(510, 310)], '#5F676C', 7) +
    box(330, 42, 330, 78, colour.indigo, 6) +
    write('主入口', 495, 82, { size: 38, weight: 'bold', fill: '#FFFFFF', anchor: 'middle' }) +
    write('Main entrance', 495, 110, { size: 24, weight: 'medium', fill: '#E3EBF5', anchor: 'middle' }) +
    plant(296, GROUND + 26) +
    notice(walk.x + hand.x + 62, feet + hand.y - 6, 1) +
    person(crew.helper, { ...walk, y: feet, near: hand, far: p(hand.x + 6, hand.y + 30) }) +
    fade(verdict(1000, 336, true, 1.2), during(t, 1, 1.2))
  )
}
