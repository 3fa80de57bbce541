import { decodeQR } from 'qr/decode.js'
import { type Tile, tilesOf } from '~/domain/credentials/picture-tiles'

const mostPixels = 60_000_000

async function decoded(picture: Buffer, { x: left, y: top, width, height }: Tile, most: number): Promise<string | null> {
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(picture, { limitInputPixels: mostPixels })
    .extract({ left, top, width, height })
    .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  try {
    return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) }, { timeLimit: 150 })
  } catch {
    return null
  }
}

/** Is this a picture that can be opened? */
export async function isPicture(bytes: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .then(
      ({ format }) => format !== 'svg' && format !== 'pdf',
      () => false,
    )
}

/** Texts of the codes in a picture, as they are found; whoever has enough stops asking. */
export async function* codesInPicture(bytes: Buffer): AsyncGenerator<string> {
  const { default: sharp } = await import('sharp')
  const upright = await sharp(bytes, { limitInputPixels: mostPixels }).rotate().flatten({ background: '#fff' }).png().toBuffer()
  const { width = 0, height = 0 } = await sharp(upright).metadata()
  for (const tile of tilesOf(width, height))
    for (const most of [1000, 1800]) {
      if (most > 1000 && Math.max(tile.width, tile.height) <= 1000) continue
      const text = await decoded(upright, tile, most)
      if (text !== null) yield text
    }
}
