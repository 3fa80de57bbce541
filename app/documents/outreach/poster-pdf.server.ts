import type PDFDocument from 'pdfkit'
import type { PosterPrint } from '~/domain/outreach/poster'
import { pdfKit } from '../shared/pdf-kit.server'
import { type Face, faceBytes } from '../shared/type.server'
import { drawShapes } from './drawing-pdf.server'
import type { Mark, Sheet, Words } from './marks'
import { posterSheet } from './poster-sheet.server'

type Pdf = InstanceType<typeof PDFDocument>
type Code = Extract<Mark, { kind: 'code' }>
type Picture = Extract<Mark, { kind: 'picture' }>

const faces: readonly Face[] = ['regular', 'medium', 'bold', 'black']

/** Points in a real unit; a screen's pixel is one point. */
const points = { mm: 72 / 25.4, px: 1 }

function write(pdf: Pdf, { lines, face, colour }: Words): void {
  pdf.font(face).fillColor(colour)
  for (const { text, x, y, size } of lines) pdf.fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
}

/** Dark modules that touch in a row are one rectangle. */
function code(pdf: Pdf, { x, y, size, modules, colour }: Code): void {
  const module = size / modules.length
  for (const [down, row] of modules.entries())
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue
      let to = from
      while (row[to]) to += 1
      pdf.rect(x + from * module, y + down * module, (to - from) * module, module + 0.005)
      from = to
    }
  pdf.fill(colour)
}

function picture(pdf: Pdf, { x, y, width, height, radius, drawing }: Picture): void {
  const scale = Math.max(width / 320, height / 200)
  pdf.save().roundedRect(x, y, width, height, radius).clip()
  pdf.translate(x + (width - 320 * scale) / 2, y + (height - 200 * scale) / 2).scale(scale)
  drawShapes(pdf, drawing)
  pdf.restore()
}

/** What the knife may leave of a drawing beyond the edge. */
function spare(pdf: Pdf, mark: Picture): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  picture(pdf, mark)
  pdf.endMarkedContent()
}

function ornament(pdf: Pdf, mark: Exclude<Mark, Words | Code | Picture>): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  if (mark.kind === 'box') pdf.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius).fill(mark.colour)
  else pdf.save().translate(mark.x, mark.y).scale(mark.scale).path(mark.d).fill(mark.colour).restore()
  pdf.endMarkedContent()
}

/** One page: its size with what is cut off, the edge of what stays, and its marks in reading order. */
function page(pdf: Pdf, { width, height, bleed, scale, unit, paper, language, title, marks }: Sheet): void {
  const real = scale * points[unit]
  const whole = [(width + 2 * bleed) * real, (height + 2 * bleed) * real] satisfies [number, number]
  pdf.addPage({ size: whole, margin: 0 })
  const cut = bleed * real
  Object.assign(pdf.page.dictionary.data, { TrimBox: [cut, cut, whole[0] - cut, whole[1] - cut], BleedBox: [0, 0, ...whole] })
  const root = pdf.struct('Sect', { title, lang: language === 'zh' ? 'zh-CN' : 'en' })
  pdf.addStructure(root)
  pdf.save().scale(real).translate(bleed, bleed)
  pdf.markContent('Artifact', { type: 'Page' })
  pdf.rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed).fill(paper)
  pdf.endMarkedContent()
  for (const mark of marks) {
    if (mark.kind === 'words') root.add(pdf.struct(mark.part === 'headline' ? 'H1' : 'P', { actual: mark.says }, () => write(pdf, mark)))
    else if (mark.kind === 'code') root.add(pdf.struct('Figure', { alt: mark.alt }, () => code(pdf, mark)))
    else if (mark.kind === 'picture') {
      if (mark.over && bleed > 0) spare(pdf, { ...mark, ...mark.over })
      root.add(pdf.struct('Figure', { alt: mark.alt }, () => picture(pdf, mark)))
    } else ornament(pdf, mark)
  }
  root.end()
  pdf.restore()
}

/** Posters as one PDF, a page each: for the printer, with 3 mm to spare on paper that is cut, embedded type, tagged. */
export function posterPdf(prints: PosterPrint | readonly PosterPrint[]): Promise<Buffer> {
  const sheets = [prints].flat().map(posterSheet)
  const [first] = sheets
  if (first === undefined) throw new Error('a file of posters holds at least one')
  const PdfDocument = pdfKit()
  const pdf = new PdfDocument({
    autoFirstPage: false,
    tagged: true,
    lang: first.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: first.title, Author: first.issuer },
  })
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    for (const face of faces) pdf.registerFont(face, faceBytes(face))
    for (const sheet of sheets) page(pdf, sheet)
    pdf.end()
  })
}
