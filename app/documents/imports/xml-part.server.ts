import { StringDecoder } from 'node:string_decoder'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { BookRefused, bookLimits } from './book-limits'

export type Attributes = Readonly<Record<string, string>>
export type XmlReader = {
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** No more is wanted. */
  isDone?: () => boolean
}

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a part piece by piece and tells of its tags and text, names without their prefix. Refuses document types (nothing of a spreadsheet
 * has one, and entities hide in them), nesting that no spreadsheet has, and whatever is no XML.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, { open, close, text, isDone }: XmlReader): Promise<void> {
  const parser = new SaxesParser()
  const decoder = new StringDecoder('utf8')
  let depth = 0
  parser.on('error', () => {
    throw new BookRefused('damaged')
  })
  parser.on('doctype', () => {
    throw new BookRefused('damaged')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1
    if (depth > bookLimits.depth) throw new BookRefused('damaged')
    open?.(plainName(name), attributes)
  })
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    depth -= 1
    close?.(plainName(name))
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  for await (const piece of pieces) {
    parser.write(decoder.write(piece))
    if (isDone?.()) return
  }
  parser.close()
}
