import type PDFDocument from 'pdfkit'
import type { Shape } from '~/domain/outreach/drawing'
import { textWidth } from '../shared/type.server'

type Pdf = InstanceType<typeof PDFDocument>
type Style = { fill: string; stroke: string; width: number; join: string; cap: string; dash: string; opacity: number }

const plain: Style = { fill: '#000000', stroke: 'none', width: 1, join: 'miter', cap: 'butt', dash: 'none', opacity: 1 }
const number = (text: string | undefined, otherwise = 0): number => (text === undefined ? otherwise : Number(text))

/** What a shape takes over from the group around it; its own opacity comes on top. */
function styleOf({ attributes: own }: Shape, around: Style): Style {
  return {
    fill: own.fill ?? around.fill,
    stroke: own.stroke ?? around.stroke,
    width: number(own['stroke-width'], around.width),
    join: own['stroke-linejoin'] ?? around.join,
    cap: own['stroke-linecap'] ?? around.cap,
    dash: own['stroke-dasharray'] ?? around.dash,
    opacity: around.opacity * number(own.opacity, 1),
  }
}

function transform(pdf: Pdf, source: string): void {
  for (const [, kind, values = ''] of source.matchAll(/([a-z]+)\(([^)]*)\)/gi)) {
    const [first = 0, second] = values
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    if (kind === 'translate') pdf.translate(first, second ?? 0)
    else if (kind === 'scale') second === undefined ? pdf.scale(first) : pdf.scale(first, second)
    else if (kind === 'rotate' && second === undefined) pdf.rotate(first)
    else throw new Error(`a drawing is moved by ${kind}`)
  }
}

function outline(pdf: Pdf, { name, attributes: own }: Shape): void {
  if (name === 'path') pdf.path(own.d ?? '')
  else if (name === 'circle') pdf.circle(number(own.cx), number(own.cy), number(own.r))
  else if (name === 'ellipse') pdf.ellipse(number(own.cx), number(own.cy), number(own.rx), number(own.ry))
  else pdf.roundedRect(number(own.x), number(own.y), number(own.width), number(own.height), number(own.rx))
}

function paint(pdf: Pdf, { fill, stroke, width, join, cap, dash, opacity }: Style): void {
  pdf.opacity(opacity)
  if (stroke !== 'none') {
    pdf
      .lineWidth(width)
      .lineJoin(join === 'round' ? 'round' : 'miter')
      .lineCap(cap === 'round' ? 'round' : 'butt')
    if (dash !== 'none') {
      const [on = 1, off = on] = dash.split(/[\s,]+/).map(Number)
      pdf.dash(on, { space: off })
    }
  }
  if (fill !== 'none' && stroke !== 'none') pdf.fillAndStroke(fill, stroke)
  else if (fill !== 'none') pdf.fill(fill)
  else if (stroke !== 'none') pdf.stroke(stroke)
}

function words(pdf: Pdf, shape: Shape, { fill }: Style): void {
  const { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor } = shape.attributes
  const face = weight === '700' ? 'bold' : 'regular'
  const points = number(size, 16)
  const back = anchor === 'middle' ? textWidth(shape.words, points, face) / 2 : 0
  pdf.font(face).fontSize(points).fillColor(fill)
  pdf.text(shape.words, number(x) - back, number(y), { lineBreak: false, baseline: 'alphabetic' })
}

/** Smoke: circles of one colour that let through what is behind them, but not each other. */
function cloud(pdf: Pdf, group: Shape, style: Style): boolean {
  const fills = new Set(group.inside.map((one) => styleOf(one, style).fill))
  const isCloud =
    style.opacity < 1 && fills.size === 1 && group.inside.every((one) => one.name === 'circle' && styleOf(one, style).stroke === 'none')
  if (!isCloud) return false
  for (const one of group.inside) outline(pdf, one)
  pdf.opacity(style.opacity).fill([...fills][0] ?? style.fill)
  return true
}

function draw(pdf: Pdf, shape: Shape, around: Style): void {
  const style = styleOf(shape, around)
  pdf.save()
  transform(pdf, shape.attributes.transform ?? '')
  if (shape.name === 'g') {
    if (!cloud(pdf, shape, style)) for (const one of shape.inside) draw(pdf, one, style)
  } else if (shape.name === 'text') words(pdf, shape, style)
  else {
    outline(pdf, shape)
    paint(pdf, style)
  }
  pdf.restore()
}

/** The shapes of a drawing, where the page stands now; the faces are known to the document by their names. */
export function drawShapes(pdf: Pdf, drawing: Shape): void {
  for (const shape of drawing.inside) draw(pdf, shape, plain)
}
