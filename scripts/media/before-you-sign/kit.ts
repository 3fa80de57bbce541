/** What the scenes of the round share: the responsible person, the clipboard, the finding on its card. */
import type { Look } from '../figures.ts'
import { widthOf, write } from '../glyphs.ts'
import { verdict } from '../props.ts'
import { box, colour, disc, fade, group, line, type Point, round, shape } from '../stage.ts'

export const p = (x: number, y: number): Point => ({ x, y })

/** The responsible person, in a dark jacket, and the manager who brings the sheet. */
export const boss: Look = { shirt: '#3A4253', trousers: '#2B2A2E', skin: '#EBC6A3', hair: '#57514B', cut: 'short' }
export const keeper: Look = { shirt: '#C4934A', trousers: '#45536A', skin: '#DDB08A', hair: '#2C2825', cut: 'short' }

/** A clipboard with a written sheet, around its centre. */
export function clipboard(x: number, y: number, turn = 0, scale = 1): string {
  const row = (at: number, width: number): string => line([p(-10, at), p(-10 + width, at)], colour.quiet, 3)
  return group(
    box(-19, -27, 38, 54, '#9C7448', 3) +
      box(-15, -20, 30, 43, '#FFFFFF') +
      box(-8, -31, 16, 9, colour.metalDark, 2) +
      row(-9, 20) +
      row(1, 20) +
      row(11, 13),
    { transform: `translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${round(scale)})` },
  )
}

type Words = readonly [zh: string, en: string]

/** What the round found here, until it is put right; then what it is now. */
export function finding(wrong: Words, right: Words, shown: number, done: number, x = 40, y = 24): string {
  const wide = ([zh, en]: Words): number => Math.max(widthOf(zh, 32, 'bold'), widthOf(en, 23, 'medium'))
  const said = ([zh, en]: Words, good: boolean): string =>
    verdict(x + 44, y + 46, good) +
    write(zh, x + 88, y + 43, { size: 32, weight: 'bold' }) +
    write(en, x + 89, y + 75, { size: 23, weight: 'medium', fill: colour.second })
  const now = done < 0.5 ? fade(said(wrong, false), 1 - done * 2) : fade(said(right, true), done * 2 - 1)
  return fade(
    box(x, y, Math.max(wide(wrong), wide(right)) + 112, 92, '#FFFFFF', 8, { stroke: colour.wallShade, 'stroke-width': 2 }) + now,
    shown,
  )
}

/** A label on white, centred on x. */
export function tag(zh: string, en: string, x: number, y: number, ink: string = colour.ink): string {
  const width = Math.max(widthOf(zh, 30, 'bold'), widthOf(en, 23, 'medium')) + 36
  return (
    box(x - width / 2, y - 36, width, 76, '#FFFFFF', 6, { stroke: colour.wallShade, 'stroke-width': 2 }) +
    write(zh, x, y - 3, { size: 30, weight: 'bold', fill: ink, anchor: 'middle' }) +
    write(en, x, y + 26, { size: 23, weight: 'medium', fill: colour.second, anchor: 'middle' })
  )
}

/** A large hand that holds a pen; the tip of the pen is at 0,0. */
export function writingHand(x: number, y: number, scale = 1): string {
  return group(
    line([p(150, 120), p(290, 240)], boss.shirt, 104, { 'stroke-linecap': 'butt' }) +
      line([p(128, 100), p(158, 126)], '#FFFFFF', 92, { 'stroke-linecap': 'butt' }) +
      line([p(92, 70), p(132, 104)], boss.skin, 78, { 'stroke-linecap': 'round' }) +
      line([p(2, 2), p(26, 22)], colour.metalDark, 6) +
      line([p(20, 18), p(150, -64)], 'none', 1) +
      line([p(22, 20), p(122, -22)], colour.indigo, 15) +
      line([p(70, 76), p(46, 30)], boss.skin, 26) +
      line([p(84, 54), p(66, 10), p(50, 16)], boss.skin, 24) +
      line([p(72, 50), p(60, 26)], '#C99B74', 3),
    { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
  )
}

/** A padlock whose body hangs below 0,0; open, its bow stands up on one side. */
export function padlock(x: number, y: number, open: number): string {
  return group(
    shape(`M-11 ${6}V-6Q-11 -18 0 -18Q11 -18 11 -6V${open > 0.5 ? -4 : 6}`, 'none', { stroke: colour.metalDark, 'stroke-width': 6 }) +
      box(-19, 4, 38, 32, '#C79A2F', 5) +
      disc(0, 17, 4.5, '#5B4632') +
      box(-2, 17, 4, 10, '#5B4632'),
    { transform: `translate(${round(x)} ${round(y)})` },
  )
}

/** Chain links along the points. */
export function chain(points: readonly Point[], dense = 13): string {
  let all = ''
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1] ?? p(0, 0)
    const b = points[i] ?? a
    const far = Math.hypot(b.x - a.x, b.y - a.y)
    const turn = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
    const count = Math.max(1, Math.round(far / dense))
    for (let link = 0; link < count; link += 1) {
      const share = (link + 0.5) / count
      all += `<ellipse rx="9" ry="${link % 2 ? 2.6 : 5.4}" fill="none" stroke="${link % 2 ? '#4B5257' : '#6B7379'}" stroke-width="4" transform="translate(${round(a.x + (b.x - a.x) * share)} ${round(a.y + (b.y - a.y) * share)}) rotate(${round(turn)})"/>`
    }
  }
  return all
}

/** The office desk of the responsible person, its far side panelled; stands on 0,0. */
export function bossDesk(x: number, y: number): string {
  return group(
    box(-176, -120, 352, 14, colour.woodDark, 3) +
      box(-160, -106, 320, 88, colour.wood, 2) +
      box(-160, -106, 320, 8, '#000', 0, { opacity: 0.08 }) +
      box(-148, -18, 12, 18, colour.woodDark) +
      box(136, -18, 12, 18, colour.woodDark) +
      box(-150, -150, 34, 30, '#7389A1', 3) +
      line([p(-142, -150), p(-146, -176)], colour.vermilion, 5) +
      line([p(-132, -150), p(-128, -180)], colour.ink, 5),
    { transform: `translate(${x} ${y})` },
  )
}
