import type { Leads } from '~/documents/outreach/poster-print.server'
import { fileName } from '~/domain/outreach/pack'
import {
  type PosterFormat,
  type PosterLook,
  type PosterPrint,
  posterFormats,
  posterLanguages,
  posterSizes,
  posterStyles,
} from '~/domain/outreach/poster'
import { NotFound } from '~/domain/shared/faults'
import { madeFile } from '~/gateways/made-files.server'
import { hashOf } from '~/gateways/secrets.server'
import { bytesFromWorker } from '~/gateways/workers.server'
import { printOf } from '~/usecases/outreach/pack-parts.server'

const types: Record<PosterFormat, string> = { pdf: 'application/pdf', svg: 'image/svg+xml; charset=utf-8', png: 'image/png' }
const isOneOf =
  <T extends string>(known: readonly T[]) =>
  (text: string | undefined): T => {
    const found = known.find((one) => one === text)
    if (found === undefined) throw new NotFound()
    return found
  }
const [styleOf, sizeOf, languageOf, formatOf] = [
  isOneOf(posterStyles),
  isOneOf(posterSizes),
  isOneOf(posterLanguages),
  isOneOf(posterFormats),
]

/** `<style>-<size>-<language>.<format>` of an address. Anything else is not found. */
export function readPosterFile(name: string): { look: PosterLook; format: PosterFormat } {
  const [look = '', format, ...more] = name.split('.')
  const [style, size, language, ...rest] = look.split('-')
  if (more.length > 0 || rest.length > 0) throw new NotFound()
  return { look: { style: styleOf(style), size: sizeOf(size), language: languageOf(language) }, format: formatOf(format) }
}

function parts(print: PosterPrint, format: PosterFormat) {
  return [{ kind: 'pack', zipped: false } as const, { kind: 'file', name: `poster.${format}`, format, prints: [print] } as const]
}

type Poster = { lesson: string; leads: Leads; title: string }
type File = ReturnType<typeof readPosterFile>

/** `title` is what a browser saves it as. */
function headersOf(format: PosterFormat, title: string, cache: string) {
  const name = `${fileName(title)}.${format}`
  const kind = format === 'pdf' ? 'attachment' : 'inline'
  return {
    'Content-Type': types[format],
    'Content-Disposition': `${kind}; filename="poster.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': cache,
  }
}

/** The poster of a code as a file, made for who asks. */
export function posterFile({ look, format }: File, { lesson, leads, title }: Poster): Response {
  const bytes = bytesFromWorker('posters', parts(printOf(look, lesson, leads), format))
  return new Response(bytes, { headers: headersOf(format, title, 'private, no-store') })
}

/** The poster of a lesson that may hang anywhere, made once for everybody. */
export async function publicPosterFile({ look, format }: File, { lesson, leads, title }: Poster): Promise<Response> {
  const print = printOf(look, lesson, leads)
  const bytes = await madeFile(hashOf(JSON.stringify([print, format])), () => bytesFromWorker('posters', parts(print, format)))
  if (bytes === null) return new Response(null, { status: 503, headers: { 'Retry-After': '30', 'Cache-Control': 'no-store' } })
  return new Response(new Uint8Array(bytes), { headers: headersOf(format, title, 'public, max-age=86400') })
}
