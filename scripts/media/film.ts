/** A film from its script and its drawings: all of it, or some seconds as one picture. Needs ffmpeg. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caption, reminders, sceneLine } from './captions.ts'
import { type Title, titleCard } from './cards.ts'
import { contactSheet, film, jpeg, mp4, webm } from './encode.ts'
import { warmth } from './fire.ts'
import { type Part, readScript, type Script, track } from './script.ts'
import { box, clamp, colour, fade, group, HEIGHT, PICTURE, type Scene, WIDTH } from './stage.ts'

export type Drawings = {
  /** The script is content/videos/<id>.yaml; the files made are public/media/<id>.* */
  id: string
  title: Title
  /** One for every scene of the script but `title` and `closing`. */
  scenes: Record<string, Scene>
  /** One small picture around 0,0 (about 100 high) for each cue of the closing card. */
  closing: (t: number) => readonly string[]
}

const RATE = 24
const CROSSING = 0.25
const root = join(import.meta.dirname, '../..')

/** Everything of one part of the film at this second, captions apart. */
function picture({ title, scenes, closing }: Drawings, script: Script, part: Part, t: number): string {
  const local = t - part.from
  const length = part.to - part.from
  if (part.id === 'title') return titleCard(title, script.title.en, local, length)
  if (part.id === 'closing') return reminders(part, script.cues, t, closing(local))
  const scene = scenes[part.id]
  if (!scene) throw new Error(`no drawing for scene ${part.id}`)
  const beats = script.cues.filter((cue) => cue.from >= part.from && cue.from < part.to).map((cue) => cue.from - part.from)
  const drawn = group(scene({ t: local, length, beats }), { transform: `translate(0 ${PICTURE.top})` })
  return group(drawn, { 'clip-path': 'url(#picture)' })
}

/** A part with the line of scenes and the captions that belong to it. */
function framed(drawings: Drawings, script: Script, part: Part, t: number): string {
  if (part.id === 'closing') return picture(drawings, script, part, t)
  return picture(drawings, script, part, t) + caption(script.cues, t) + (part.id === 'title' ? '' : sceneLine(script.scenes, t))
}

function frameAt(drawings: Drawings, script: Script, t: number): string {
  const index = script.scenes.findIndex((part) => t >= part.from && t < part.to)
  const part = script.scenes[index === -1 ? script.scenes.length - 1 : index]
  if (!part) throw new Error('the film has no scenes')
  const before = script.scenes[index - 1]
  const share = clamp((t - part.from) / CROSSING)
  const clip = `<defs>${warmth}<clipPath id="picture"><rect x="0" y="${PICTURE.top}" width="${WIDTH}" height="${PICTURE.height}"/></clipPath></defs>`
  const ground = box(0, 0, WIDTH, HEIGHT, colour.paper)
  const under = before && share < 1 ? framed(drawings, script, before, t) : ''
  return clip + ground + under + fade(framed(drawings, script, part, t), under === '' ? 1 : share)
}

async function make(drawings: Drawings, script: Script): Promise<void> {
  const media = (name: string): string => join(root, 'public/media', `${script.id}${name}`)
  const work = mkdtempSync(join(tmpdir(), 'film-'))
  try {
    const lossless = join(work, 'film.mkv')
    await film(lossless, RATE, Math.round(script.seconds * RATE), (index) => frameAt(drawings, script, index / RATE))
    await mp4(lossless, media('.mp4'))
    await webm(lossless, media('.webm'))
    const card = group(titleCard(drawings.title, script.title.en, 2.4, 4), { transform: 'translate(0 62)' })
    await jpeg(box(0, 0, WIDTH, HEIGHT, colour.paper) + card, media('.jpg'))
    writeFileSync(media('.zh.vtt'), track(script.cues, 'zh'))
    writeFileSync(media('.en.vtt'), track(script.cues, 'en'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What the command line asks for: `--look out.png 5 9.5` is these seconds as one picture; nothing is the film, its tracks and poster. */
export async function produce(drawings: Drawings, [flag, path, ...seconds]: readonly string[]): Promise<void> {
  const script = readScript(join(root, `content/videos/${drawings.id}.yaml`))
  if (flag !== '--look' || !path) return make(drawings, script)
  await contactSheet(
    seconds.map((one) => frameAt(drawings, script, Number(one))),
    path,
  )
}
