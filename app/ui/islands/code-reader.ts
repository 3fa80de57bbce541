import { decodeQR } from 'qr/decode.js'
import { type Tile, tilesOf } from '../../domain/credentials/picture-tiles'

type Found = { rawValue: string }
type Detector = { detect: (source: CanvasImageSource) => Promise<Found[]> }
type DetectorMaker = new (options: { formats: string[] }) => Detector

const isMaker = (value: unknown): value is DetectorMaker => typeof value === 'function'

/** The browser's own reader of codes, where it has one. */
function ownDetector(): Detector | null {
  const maker: unknown = Reflect.get(window, 'BarcodeDetector')
  return isMaker(maker) ? new maker({ formats: ['qr_code'] }) : null
}

const detector = ownDetector()

/** Pixels of a part, drawn no larger than `most` to a side. */
function pixelsOf(source: CanvasImageSource, { x, y, width, height }: Tile, most: number): ImageData | null {
  const scale = Math.min(1, most / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

function decoded(pixels: ImageData | null, timeLimit: number): string | null {
  if (pixels === null) return null
  try {
    return decodeQR({ width: pixels.width, height: pixels.height, data: pixels.data }, { timeLimit })
  } catch {
    return null
  }
}

async function detected(source: CanvasImageSource): Promise<string[]> {
  if (detector === null) return []
  return (await detector.detect(source).catch(() => [])).map(({ rawValue }) => rawValue)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Texts of the codes in a picture, one by one as they are found; whoever has enough stops asking. */
export async function* codesIn(source: CanvasImageSource, width: number, height: number): AsyncGenerator<string> {
  yield* await detected(source)
  for (const tile of tilesOf(width, height))
    for (const most of [1000, 1800]) {
      if (most > 1000 && Math.max(tile.width, tile.height) <= 1000) continue
      const text = decoded(pixelsOf(source, tile, most), 150)
      if (text !== null) yield text
      await pause()
    }
}

/** One look at a running camera. */
export async function codeInFrame(video: HTMLVideoElement): Promise<string | null> {
  const [first] = await detected(video)
  if (first !== undefined || detector !== null) return first ?? null
  const [width, height] = [video.videoWidth, video.videoHeight]
  if (width === 0) return null
  const side = Math.min(width, height)
  const middle = { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side }
  return decoded(pixelsOf(video, middle, 900), 60)
}
