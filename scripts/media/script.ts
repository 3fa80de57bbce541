/** The written film: read once from YAML, checked, and turned into tracks. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const cue = z.strictObject({ from: z.number(), to: z.number(), zh: z.string().min(1), en: z.string().min(1) })
const part = z.strictObject({
  id: z.string(),
  mark: z.string().length(1).optional(),
  from: z.number(),
  to: z.number(),
  name: words,
  zh: z.string().min(1),
  en: z.string().min(1),
})
const script = z.strictObject({
  id: z.string(),
  title: words,
  seconds: z.number(),
  cues: z.array(cue),
  scenes: z.array(part),
  facts: z.array(z.strictObject({ of: z.string(), mark: z.enum(['V1', 'V1r', 'V2']), says: z.string() })),
})

export type Cue = z.infer<typeof cue>
export type Part = z.infer<typeof part>
export type Script = z.infer<typeof script>

/** Refuses cues that overlap, lie outside the film, or stay too short to be read (under 2 s), and scenes that leave a gap. */
export function readScript(path: string): Script {
  const read = script.parse(parse(readFileSync(path, 'utf8')))
  let end = 0
  for (const one of read.cues) {
    if (one.from < end || one.to > read.seconds) throw new Error(`cue at ${one.from}: overlaps or lies outside the film`)
    if (one.to - one.from < 2) throw new Error(`cue at ${one.from}: too short to be read`)
    end = one.to
  }
  let until = 0
  for (const one of read.scenes) {
    if (one.from !== until) throw new Error(`scene ${one.id}: does not begin where the one before ends`)
    until = one.to
  }
  if (until !== read.seconds) throw new Error('the scenes do not fill the film')
  return read
}

const stamp = (seconds: number): string => {
  const whole = Math.round(seconds * 1000)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`
}

/** A WebVTT track in one language. */
export const track = (cues: readonly Cue[], language: 'zh' | 'en'): string =>
  `WEBVTT\n\n${cues.map((one, index) => `${index + 1}\n${stamp(one.from)} --> ${stamp(one.to)}\n${one[language]}\n`).join('\n')}`
