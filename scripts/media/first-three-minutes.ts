/**
 * Makes the film 发现火情的头三分钟 from content/videos/first-three-minutes.yaml. Needs ffmpeg.
 *   npx tsx scripts/media/first-three-minutes.ts                       film, tracks and poster
 *   npx tsx scripts/media/first-three-minutes.ts --look out.png 5 9.5  only these seconds, as one picture
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caption, reminders, sceneLine } from './captions.ts'
import { closingPictures, titleCard } from './cards.ts'
import { contactSheet, film, jpeg, mp4, webm } from './encode.ts'
import { warmth } from './fire.ts'
import { alarm } from './scene-alarm.ts'
import { assembly } from './scene-assembly.ts'
import { call } from './scene-call.ts'
import { door } from './scene-door.ts'
import { attempt } from './scene-extinguisher.ts'
import { refuge } from './scene-refuge.ts'
import { stairway } from './scene-stairs.ts'
import { type Part, readScript, track } from './script.ts'
import { box, clamp, colour, fade, group, HEIGHT, PICTURE, type Scene, WIDTH } from './stage.ts'

const RATE = 24
const CROSSING = 0.25
const root = join(import.meta.dirname, '../..')
const script = readScript(join(root, 'content/videos/first-three-minutes.yaml'))
const scenes: Record<string, Scene> = { alarm, call, extinguisher: attempt, door, stairs: stairway, refuge, assembly }

/** Everything of one part of the film at this second, captions apart. */
function picture(part: Part, t: number): string {
  const local = t - part.from
  const length = part.to - part.from
  if (part.id === 'title') return titleCard(script, local, length)
  if (part.id === 'closing') return reminders(part, script.cues, t, closingPictures(local))
  const scene = scenes[part.id]
  if (!scene) throw new Error(`no drawing for scene ${part.id}`)
  const beats = script.cues.filter((cue) => cue.from >= part.from && cue.from < part.to).map((cue) => cue.from - part.from)
  const drawn = group(scene({ t: local, length, beats }), { transform: `translate(0 ${PICTURE.top})` })
  return group(drawn, { 'clip-path': 'url(#picture)' })
}

/** A part with the line of scenes and the captions that belong to it. */
function framed(part: Part, t: number): string {
  if (part.id === 'closing') return picture(part, t)
  return picture(part, t) + caption(script.cues, t) + (part.id === 'title' ? '' : sceneLine(script.scenes, t))
}

function frameAt(t: number): string {
  const index = script.scenes.findIndex((part) => t >= part.from && t < part.to)
  const part = script.scenes[index === -1 ? script.scenes.length - 1 : index]
  if (!part) throw new Error('the film has no scenes')
  const before = script.scenes[index - 1]
  const share = clamp((t - part.from) / CROSSING)
  const clip = `<defs>${warmth}<clipPath id="picture"><rect x="0" y="${PICTURE.top}" width="${WIDTH}" height="${PICTURE.height}"/></clipPath></defs>`
  const ground = box(0, 0, WIDTH, HEIGHT, colour.paper)
  const under = before && share < 1 ? framed(before, t) : ''
  return clip + ground + under + fade(framed(part, t), under === '' ? 1 : share)
}

async function make(): Promise<void> {
  const media = (name: string): string => join(root, 'public/media', `${script.id}${name}`)
  const work = mkdtempSync(join(tmpdir(), 'film-'))
  try {
    const lossless = join(work, 'film.mkv')
    await film(lossless, RATE, Math.round(script.seconds * RATE), (index) => frameAt(index / RATE))
    await mp4(lossless, media('.mp4'))
    await webm(lossless, media('.webm'))
    await jpeg(box(0, 0, WIDTH, HEIGHT, colour.paper) + group(titleCard(script, 2.4, 4), { transform: 'translate(0 62)' }), media('.jpg'))
    writeFileSync(media('.zh.vtt'), track(script.cues, 'zh'))
    writeFileSync(media('.en.vtt'), track(script.cues, 'en'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const [flag, path, ...seconds] = process.argv.slice(2)
if (flag === '--look' && path)
  await contactSheet(
    seconds.map((one) => frameAt(Number(one))),
    path,
  )
else await make()
