import type PDFDocument from 'pdfkit'
import { pdfKit } from '../shared/pdf-kit.server'
import { faceFile } from '../shared/type.server'
import type { Mark, Sheet } from './certificate-sheet.server'

type Pdf = InstanceType<typeof PDFDocument>

function write(pdf: Pdf, mark: Extract<Mark, { kind: 'text' }>): void {
  pdf.font(faceFile(mark.face)).fontSize(mark.size).fillColor(mark.colour)
  pdf.text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: 'alphabetic' })
}

function drawCode(pdf: Pdf, mark: Extract<Mark, { kind: 'code' }>): void {
  const module = mark.size / mark.modules.length
  for (const [y, row] of mark.modules.entries())
    for (const [x, dark] of row.entries()) if (dark) pdf.rect(mark.x + x * module, mark.y + y * module, module + 0.02, module + 0.02)
  pdf.fill(mark.colour)
}

function ornament(pdf: Pdf, mark: Exclude<Mark, { kind: 'text' | 'code' }>): void {
  switch (mark.kind) {
    case 'line':
      pdf.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).lineWidth(mark.width).stroke(mark.colour)
      return
    case 'box':
      pdf.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius).fill(mark.colour)
      return
    case 'path':
      pdf.save().translate(mark.x, mark.y).scale(mark.scale).path(mark.d).fill(mark.colour).restore()
  }
}

/** Text and the code are part of the document's structure; lines and the mark are ornament. */
export function draw(pdf: Pdf, { width, height, paper, marks }: Sheet): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  pdf.markContent('Artifact', { type: 'Page' })
  pdf.rect(0, 0, width, height).fill(paper)
  pdf.endMarkedContent()
  for (const mark of marks) {
    if (mark.kind === 'text') root.add(pdf.struct(mark.heading ? 'H1' : 'P', { lang: mark.language }, () => write(pdf, mark)))
    else if (mark.kind === 'code') root.add(pdf.struct('Figure', { alt: mark.alt }, () => drawCode(pdf, mark)))
    else {
      pdf.markContent('Artifact', { type: 'Layout' })
      ornament(pdf, mark)
      pdf.endMarkedContent()
    }
  }
  root.end()
}

/** An A4 landscape document with embedded Chinese type, tagged; its pages are added by whoever draws them. */
export function newPdf(title: string, author: string): Pdf {
  const PdfDocument = pdfKit()
  return new PdfDocument({
    autoFirstPage: false,
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: author },
  })
}

/** Many certificates as the pages of one PDF, whose bytes go out while it is drawn. */
export function certificatePages(title: string, author: string, each: (bytes: Uint8Array) => void) {
  const pdf = newPdf(title, author)
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', each)
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  return {
    add(sheet: Sheet): void {
      pdf.addPage()
      draw(pdf, sheet)
    },
    end(): Promise<void> {
      pdf.end()
      return ended
    },
  }
}
