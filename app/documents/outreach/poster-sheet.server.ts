import type { PosterPrint, PosterSize } from '~/domain/outreach/poster'
import { indigo, indigoPaper } from './indigo.server'
import type { Ground, Mark, Sheet } from './marks'
import { notice, noticePaper } from './notice.server'
import { stickers } from './sticker.server'
import { upright, uprightPaper } from './upright.server'

const styles = {
  notice: { paper: noticePaper, draw: notice },
  indigo: { paper: indigoPaper, draw: indigo },
  upright: { paper: uprightPaper, draw: upright },
}

type Format = Ground & { scale: number; unit: 'mm' | 'px' }

/** Every poster is designed on a sheet 210 wide; what is real is that times `scale`. Paper to be cut has 3 mm to spare on each side. */
const formats: Record<PosterSize, Format> = {
  a4: { width: 210, height: 297, bleed: 3, scale: 1, unit: 'mm' },
  a3: { width: 297 / Math.SQRT2, height: 420 / Math.SQRT2, bleed: 3 / Math.SQRT2, scale: Math.SQRT2, unit: 'mm' },
  screen: { width: 210, height: (210 * 1920) / 1080, bleed: 0, scale: 1080 / 210, unit: 'px' },
  stickers: { width: 210, height: 297, bleed: 0, scale: 1, unit: 'mm' },
}

/** The one drawing that the PDF, the SVG and the PNG of a poster are made of. */
export function posterSheet(print: PosterPrint): Sheet {
  const format = formats[print.size]
  const style = styles[print.style]
  const isLabels = print.size === 'stickers'
  const marks: Mark[] = isLabels ? stickers(print, format.width, format.height) : style.draw(print, format)
  const paper = !isLabels || print.style === 'notice' ? style.paper : '#FFFFFF'
  const title = [print.headline, print.place].filter(Boolean).join(' · ')
  return { ...format, paper, title, language: print.language, issuer: print.issuer, marks }
}
