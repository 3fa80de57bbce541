import type PDFDocument from 'pdfkit'
import { pdfKit } from '../shared/pdf-kit.server'
import { type Face, faceBytes } from '../shared/type.server'
import { cardPages } from './card-layout.server'
import { a4, ink, type Page, type Words } from './marks'
import { pagesOf } from './page-layout.server'
import type { AnyPaper } from './paper'

type Pdf = InstanceType<typeof PDFDocument>
type Structure = ReturnType<Pdf['struct']>

const faces: readonly Face[] = ['regular', 'medium', 'bold']

function write(pdf: Pdf, { lines, size, face, colour }: Words): void {
  pdf.font(face).fontSize(size).fillColor(colour)
  for (const { text, x, y } of lines) if (text !== '') pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
}

function ornament(pdf: Pdf, mark: Extract<Page[number], { kind: 'line' | 'box' }>): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  if (mark.kind === 'box') pdf.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius).fill(mark.fill)
  else {
    pdf.save().lineWidth(mark.width)
    if (mark.dashed === true) pdf.dash(3, { space: 3 })
    pdf.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke(mark.colour).restore()
  }
  pdf.endMarkedContent()
}

/** Dark modules that touch in a row are one rectangle. */
function code(pdf: Pdf, { x, y, size, modules }: Extract<Page[number], { kind: 'code' }>): void {
  const module = size / modules.length
  for (const [down, row] of modules.entries())
    for (let from = 0; from < row.length; from += 1) {
      if (!row[from]) continue
      let to = from
      while (row[to]) to += 1
      pdf.rect(x + from * module, y + down * module, (to - from) * module, module + 0.01)
      from = to
    }
  pdf.fill(ink)
}

/** Tables and their rows as they are read, whatever pages they run over. */
class Reading {
  private table: { nth: number; row: number; whole: Structure; line: Structure } | null = null
  constructor(
    private readonly pdf: Pdf,
    private readonly root: Structure,
  ) {}

  add(mark: Words): void {
    const piece = this.pdf.struct(mark.tag, {}, () => write(this.pdf, mark))
    if (mark.cell === null) {
      this.end()
      this.root.add(piece)
      return
    }
    this.rowOf(mark.cell).add(piece)
  }
  end(): void {
    this.table?.line.end()
    this.table?.whole.end()
    this.table = null
  }
  private rowOf({ table, row }: NonNullable<Words['cell']>): Structure {
    if (this.table?.nth === table && this.table.row === row) return this.table.line
    if (this.table?.nth !== table) {
      this.end()
      const whole = this.pdf.struct('Table')
      this.root.add(whole)
      const line = this.pdf.struct('TR')
      whole.add(line)
      this.table = { nth: table, row, whole, line }
      return line
    }
    this.table.line.end()
    const line = this.pdf.struct('TR')
    this.table.whole.add(line)
    this.table = { ...this.table, row, line }
    return line
  }
}

/** The foot of a page, which every page has: nothing to be read out again. */
const isFoot = (mark: Page[number]): boolean =>
  mark.kind === 'words' && (mark.lines[0]?.y ?? 0) > a4.height - 40 && mark.size < 9 && mark.tag === 'P'

function draw(pdf: Pdf, page: Page, reading: Reading, root: Structure): void {
  pdf.addPage()
  for (const mark of page) {
    if (mark.kind === 'words' && isFoot(mark)) {
      pdf.markContent('Artifact', { type: 'Pagination' })
      write(pdf, mark)
      pdf.endMarkedContent()
    } else if (mark.kind === 'words') reading.add(mark)
    else if (mark.kind === 'code') root.add(pdf.struct('Figure', { alt: mark.alt }, () => code(pdf, mark)))
    else ornament(pdf, mark)
  }
}

/** A paper as a PDF: A4, embedded Chinese type, tagged. */
export function paperPdf(paper: AnyPaper): Promise<Buffer> {
  const pages = paper.kind === 'cards' ? cardPages(paper) : pagesOf(paper)
  const PdfDocument = pdfKit()
  const pdf = new PdfDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    tagged: true,
    lang: paper.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: paper.title },
  })
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    for (const face of faces) pdf.registerFont(face, faceBytes(face))
    const root = pdf.struct('Document')
    pdf.addStructure(root)
    const reading = new Reading(pdf, root)
    for (const page of pages) draw(pdf, page, reading, root)
    reading.end()
    root.end()
    pdf.end()
  })
}
