/** Flames that sway and smoke that rises: flat shapes, slow, without flicker. */
import { chance, clamp, colour, disc, group, mix, round, shape } from './stage.ts'

const tongue = (width: number, height: number, sway: number): string =>
  `M${round(-width / 2)} 0C${round(-width * 0.62)} ${round(-height * 0.34)} ${round(-width * 0.2 + sway * 0.3)} ${round(-height * 0.5)} ${round(sway)} ${round(-height)}` +
  `C${round(width * 0.16 + sway * 0.4)} ${round(-height * 0.58)} ${round(width * 0.62)} ${round(-height * 0.36)} ${round(width / 2)} 0C${round(width * 0.3)} ${round(height * 0.08)} ${round(-width * 0.3)} ${round(height * 0.08)} ${round(-width / 2)} 0z`

/** A fire standing on 0,0; size 1 is about 100 high. */
export function flames(t: number, size: number): string {
  if (size <= 0.02) return ''
  const tongues = [
    { x: -30, width: 46, height: 62, speed: 2.3, seed: 1 },
    { x: 30, width: 44, height: 70, speed: 2.0, seed: 2 },
    { x: 0, width: 62, height: 104, speed: 1.7, seed: 3 },
  ]
  const layer = (fill: string, share: number): string =>
    tongues
      .map((one) => {
        const wave = Math.sin(t * one.speed * 2 + one.seed * 2.1)
        const height = one.height * share * (1 + 0.07 * Math.sin(t * one.speed * 2.6 + one.seed))
        return `<g transform="translate(${one.x} 0)">${shape(tongue(one.width * share, height, wave * 9 * share), fill)}</g>`
      })
      .join('')
  return group(layer(colour.flame, 1) + layer(colour.flameMid, 0.68) + layer(colour.flameCore, 0.38), {
    transform: `scale(${round(size)})`,
  })
}

export type Plume = {
  x: number
  y: number
  rise: number
  spread: number
  size: number
  count?: number
  drift?: number
  seed?: number
  seconds?: number
  opacity?: number
}

/** Smoke rising from x,y: one flat cloud made of many puffs, each growing as it climbs. */
export function plume(
  t: number,
  { x, y, rise, spread, size, count = 12, drift = 0, seed = 1, seconds = 4.2, opacity = 0.5 }: Plume,
): string {
  const puffs = (fill: string, share: number, offset: number): string => {
    let all = ''
    for (let i = 0; i < count; i += 1) {
      const age = (t / seconds + i / count + chance(seed + i) * 0.06) % 1
      const side = (chance(seed * 7 + i) - 0.5) * 2
      const fresh = clamp(age / 0.12)
      const gone = clamp((1 - age) / 0.22)
      const radius = size * share * mix(0.34, 1, age) * fresh * gone
      if (radius < 0.8) continue
      all += disc(x + side * spread * age + drift * age * age + Math.sin(t * 0.9 + i) * 5 * age + offset, y - rise * age, radius, fill)
    }
    return all
  }
  return group(puffs(colour.smoke, 1, 0), { opacity }) + group(puffs(colour.smokeLight, 0.52, -size * 0.18), { opacity: opacity * 0.4 })
}

/** Smoke gathered under a ceiling from `left` to `right`, hanging down to `depth`. */
export function blanket(t: number, left: number, right: number, top: number, depth: number, opacity = 0.5): string {
  if (depth < 4) return ''
  const count = Math.max(2, Math.ceil((right - left) / 128))
  const piece = (right - left) / count
  const edge = (thick: number, pace: number, shift: number): string => {
    const sag = Math.min(thick * 0.42, 30)
    const base = top + thick - sag
    let d = `M${round(left)} ${round(top)}H${round(right)}V${round(base)}`
    for (let i = count; i > 0; i -= 1) {
      const from = left + piece * i
      const low = base + sag * (1 + 0.35 * Math.sin(i * 2.4 + shift) + 0.14 * Math.sin(t * pace + i * 1.7))
      d += `C${round(from + piece * 0.06)} ${round(low)} ${round(from - piece * 1.06)} ${round(low)} ${round(from - piece)} ${round(base)}`
    }
    return `${d}z`
  }
  return (
    group(shape(edge(depth, 0.8, 0), colour.smoke), { opacity }) +
    group(shape(edge(depth * 0.62, 0.6, 1.3), colour.smoke), { opacity: opacity * 0.6 })
  )
}

/** A warm light on the wall behind a fire. */
export const glow = (x: number, y: number, radius: number, opacity: number): string =>
  disc(x, y, radius * 1.15, 'url(#warmth)', { opacity })

/** The paint of that light; every frame carries it once. */
export const warmth =
  '<radialGradient id="warmth"><stop offset="0" stop-color="#F3B562" stop-opacity="0.6"/><stop offset="0.55" stop-color="#F3B562" stop-opacity="0.26"/><stop offset="1" stop-color="#F3B562" stop-opacity="0"/></radialGradient>'
