import { textOutlines } from '../shared/type.server'
import { type CertificatePrint, certificateSheet, type Mark } from './certificate-sheet.server'

function drawn(mark: Mark): string {
  switch (mark.kind) {
    case 'text':
      return `<g transform="translate(${mark.x} ${mark.y})" fill="${mark.colour}">${textOutlines(mark.text, mark.size, mark.face)}</g>`
    case 'line':
      return `<path d="M${mark.x1} ${mark.y1}L${mark.x2} ${mark.y2}" stroke="${mark.colour}" stroke-width="${mark.width}"/>`
    case 'box':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" rx="${mark.radius}" fill="${mark.colour}"/>`
    case 'path':
      return `<path transform="translate(${mark.x} ${mark.y}) scale(${mark.scale})" d="${mark.d}" fill="${mark.colour}"/>`
    case 'code': {
      const module = mark.size / mark.modules.length
      const squares = mark.modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      return `<path transform="translate(${mark.x} ${mark.y}) scale(${module})" d="${squares.join('')}" fill="${mark.colour}" shape-rendering="crispEdges"/>`
    }
  }
}

/** Pixels across of the picture to keep. */
export const pictureWidth = 1600

/** The certificate as a PNG. Its text is outlines of the embedded type: no system font takes part. */
export async function certificatePicture(print: CertificatePrint): Promise<Buffer> {
  const { width, height, paper, marks } = certificateSheet(print)
  const pixels = Math.round((pictureWidth * height) / width)
  const body = `<rect width="${width}" height="${height}" fill="${paper}"/>${marks.map(drawn).join('')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${pictureWidth}" height="${pixels}">${body}</svg>`
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, colours: 64 }).toBuffer()
}
