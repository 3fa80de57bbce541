/** Frames to files: raw pictures through a pipe into a lossless film, then the two that are served. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import sharp from 'sharp'
import { HEIGHT, WIDTH } from './stage.ts'

const documentOf = (inner: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${inner}</svg>`)

/** A frame as raw RGB pixels. */
export const pixels = (inner: string): Promise<Buffer> => sharp(documentOf(inner)).removeAlpha().raw().toBuffer()

export const jpeg = (inner: string, path: string): Promise<unknown> =>
  sharp(documentOf(inner)).jpeg({ quality: 82, mozjpeg: true }).toFile(path)

/** Frames to be looked at: one at full size, or several at half size, three to a row. */
export async function contactSheet(frames: readonly string[], path: string): Promise<void> {
  const columns = Math.min(3, frames.length)
  const width = frames.length === 1 ? WIDTH : WIDTH / 2
  const height = (width * HEIGHT) / WIDTH
  const tiles = await Promise.all(frames.map((frame) => sharp(documentOf(frame)).resize(width, height).png().toBuffer()))
  const rows = Math.ceil(tiles.length / columns)
  await sharp({ create: { width: columns * (width + 8), height: rows * (height + 8), channels: 3, background: '#444444' } })
    .composite(
      tiles.map((input, index) => ({ input, left: (index % columns) * (width + 8), top: Math.floor(index / columns) * (height + 8) })),
    )
    .png()
    .toFile(path)
}

function ffmpeg(argumentsGiven: readonly string[]): ReturnType<typeof spawn> {
  return spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...argumentsGiven], { stdio: ['pipe', 'inherit', 'inherit'] })
}

async function finished(child: ReturnType<typeof spawn>): Promise<void> {
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`)
}

/** Writes every frame, in order, to a lossless film at `path`. */
export async function film(path: string, rate: number, count: number, frameAt: (index: number) => string): Promise<void> {
  const child = ffmpeg([
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgb24',
    '-s',
    `${WIDTH}x${HEIGHT}`,
    '-r',
    String(rate),
    '-i',
    '-',
    '-c:v',
    'libx264rgb',
    '-preset',
    'ultrafast',
    '-qp',
    '0',
    '-threads',
    '1',
    path,
  ])
  const input = child.stdin
  if (!input) throw new Error('ffmpeg takes no input')
  const ended = finished(child)
  for (let index = 0; index < count; index += 1) {
    if (!input.write(await pixels(frameAt(index)))) await once(input, 'drain')
    if (index % 200 === 0) console.log(`frame ${index} of ${count}`)
  }
  input.end()
  await ended
}

const colours = [
  '-vf',
  'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-color_range',
  'tv',
]

/** H.264 for every phone; the index is put first so that it plays while it loads. */
export const mp4 = (from: string, to: string): Promise<void> =>
  finished(
    ffmpeg([
      '-i',
      from,
      ...colours,
      '-an',
      '-c:v',
      'libx264',
      '-profile:v',
      'high',
      '-level',
      '3.1',
      '-preset',
      'medium',
      '-tune',
      'animation',
      '-crf',
      '27',
      '-g',
      '240',
      '-threads',
      '1',
      '-movflags',
      '+faststart',
      '-map_metadata',
      '-1',
      to,
    ]),
  )

export const webm = (from: string, to: string): Promise<void> =>
  finished(
    ffmpeg([
      '-i',
      from,
      ...colours,
      '-an',
      '-c:v',
      'libvpx-vp9',
      '-crf',
      '43',
      '-b:v',
      '0',
      '-g',
      '240',
      '-deadline',
      'good',
      '-cpu-used',
      '8',
      '-row-mt',
      '0',
      '-threads',
      '1',
      '-map_metadata',
      '-1',
      to,
    ]),
  )
