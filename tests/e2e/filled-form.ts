import type { FoundField, FoundForm } from './every-form'
import { encoded, type HostileInput } from './hostile-inputs'

/** plausible: hostile only where any text will do; texts: in all that is typed; everything: in choices and hidden fields as well. */
export type Filling = 'plausible' | 'texts' | 'everything'

const typed = ['text', 'search', 'textarea', 'tel', 'email', 'url', 'password']
const numbersAndDays = ['date', 'time', 'datetime-local', 'month', 'number', 'range', 'color']
const particular = /phone|mobile|email|idNumber|number|login|url|day|date|from|until|code|time/i

/** What somebody in good faith would put there. */
function plausible({ name, kind, value, options }: FoundField): string {
  if (value !== '') return value
  if (kind === 'select') return options.find((option) => option !== '') ?? ''
  if (kind === 'date' || /day|date|^from$|^until$/i.test(name)) return '2026-03-12'
  if (kind === 'datetime-local') return '2026-03-12T09:00'
  if (kind === 'time') return '09:00'
  if (kind === 'month') return '2026-03'
  if (kind === 'number') return '3'
  if (kind === 'email' || /email/i.test(name)) return 'somebody@example.org'
  if (kind === 'tel' || /phone|mobile|login/i.test(name)) return '13900009999'
  return ''
}

function takes({ kind, name }: FoundField, filling: Filling): boolean {
  if (kind === 'file' || kind === 'checkbox') return false
  const isText = typed.includes(kind)
  return (
    filling === 'everything' ||
    (filling === 'texts' && (isText || numbersAndDays.includes(kind))) ||
    (isText && kind !== 'tel' && kind !== 'email' && !particular.test(name))
  )
}

/** How many hostile inputs a form that is filled so takes at once; 0 where it takes none. */
export const roomIn = ({ fields }: FoundForm, filling: Filling): number =>
  new Set(fields.filter((field) => takes(field, filling)).map(({ name }) => name)).size

/** The form's names and values, encoded, with the inputs in turn where something is typed. */
export function filled(form: FoundForm, filling: Filling, inputs: readonly HostileInput[]): [string, string][] {
  let nth = 0
  const hostile = (): string => {
    const input = inputs[nth % inputs.length]
    nth += 1
    return input === undefined ? '' : encoded(input)
  }
  const chosen = new Set<string>()
  return form.fields.flatMap((field): [string, string][] => {
    const name = encodeURIComponent(field.name)
    if (field.kind === 'file') return []
    if (field.kind === 'checkbox') return [[name, encodeURIComponent(field.value || 'on')]]
    if (field.kind === 'radio') {
      if (chosen.has(field.name)) return []
      chosen.add(field.name)
    }
    return [[name, takes(field, filling) ? hostile() : encodeURIComponent(plausible(field))]]
  })
}

export type Sent = { address: string; body: string | null; headers: Record<string, string> }

/** The request a browser would make of it. A form with files is sent in parts, its files left out. */
export function requestOf(form: FoundForm, values: readonly [string, string][]): Sent {
  const all: [string, string][] = [...values]
  if (form.button.name !== '') all.push([encodeURIComponent(form.button.name), encodeURIComponent(form.button.value)])
  const query = all.map(([name, value]) => `${name}=${value}`).join('&')
  if (form.method === 'GET') return { address: `${form.action.split('?')[0]}?${query.slice(0, 12_000)}`, body: null, headers: {} }
  if (!form.multipart) return { address: form.action, body: query, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }
  const boundary = '----fortytwo'
  const decoded = (text: string) =>
    text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('latin1'))
  const parts = all.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${decoded(name)}"\r\n\r\n${decoded(value)}\r\n`,
  )
  return {
    address: form.action,
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
  }
}
