/** The hot-work permit: its line for the signature comes last, after the place has been seen. */
import { write } from '../glyphs.ts'
import { box, colour, during, fade, line, mix } from '../stage.ts'
import { p, writingHand } from './kit.ts'

const checks = [
  ['不在营业时间', 'Outside opening hours'],
  ['有证的焊工，专人监护', 'Licensed welder, a fire watch'],
  ['上面、下面、洞口，我看过了', 'Above, below, holes: I have seen it'],
] as const

export function permit(t: number): string {
  const rows = checks.map(([zh, en], index) => {
    const y = 164 + index * 76
    const done = during(t, 0.35 + index * 0.5, 0.6 + index * 0.5)
    return (
      box(388, y - 36, 44, 44, '#FFFFFF', 5, { stroke: colour.ink, 'stroke-width': 3 }) +
      fade(line([p(397, y - 14), p(408, y - 2), p(428, y - 34)], colour.green, 8), done) +
      write(zh, 456, y - 8, { size: 33, weight: 'bold' }) +
      write(en, 457, y + 22, { size: 24, weight: 'medium', fill: colour.second })
    )
  })
  const ready = during(t, 1.7, 1.95)
  const comes = during(t, 1.8, 2.4)
  const signed = during(t, 2.3, 3.1)
  return (
    box(0, 0, 1280, 484, colour.wood) +
    box(0, 0, 1280, 484, '#000', 0, { opacity: 0.05 }) +
    box(346, 14, 588, 520, '#FFFFFF', 3, { stroke: colour.woodDark, 'stroke-width': 2 }) +
    write('动火作业单', 388, 80, { size: 42, weight: 'bold' }) +
    write('Hot-work permit', 618, 78, { size: 26, fill: colour.second }) +
    line([p(388, 102), p(894, 102)], colour.hairline, 3) +
    rows.join('') +
    write('签字', 388, 428, { size: 33, weight: 'bold', fill: ready > 0.5 ? colour.ink : colour.quiet }) +
    write('Sign', 466, 428, { size: 24, fill: colour.second }) +
    line([p(530, 434), p(894, 434)], ready > 0.5 ? colour.indigo : colour.hairline, 4) +
    signature(560, 426, signed) +
    writingHand(mix(900, 566 + signed * 200, comes), mix(480, 424 - 14 * Math.sin(signed * 20) * (signed < 1 ? 1 : 0), comes), 0.72)
  )
}

/** A signature without letters, written from left to right. */
export function signature(x: number, y: number, share: number, ink: string = colour.indigo): string {
  if (share <= 0.01) return ''
  const points = Array.from({ length: 121 }, (_, i) => {
    const turn = i * 0.42
    const high = 15 * (0.55 + 0.45 * Math.sin(i * 0.071 + 1))
    return p(x + i * 1.75 + 8 * Math.cos(turn), y - 12 + high * Math.sin(turn))
  })
  return line(points.slice(0, Math.max(2, Math.ceil(share * 121))), ink, 4)
}
