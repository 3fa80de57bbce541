import type { Renewal } from '../../domain/credentials/paper-lapse'
import type { Statement } from '../../domain/credentials/statement'
import type { VerdictView } from '../../domain/credentials/verdict-view'
import type { Locale } from '../../i18n/config'
import { dayText, instantText } from '../../i18n/format'

export type Names = { positions: Record<string, string>; courses: Record<string, string>; renewals: Renewal[] }

export const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh'

function copyOf(selector: string): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template${selector}`)
  return template ? document.importNode(template.content, true) : document.createDocumentFragment()
}

function facts({ maskedName, number, unit, position, course, passedOn, issuedAt, kid }: Statement, names: Names): Record<string, string> {
  return {
    name: maskedName,
    number,
    unit,
    position: names.positions[position] ?? position,
    course: names.courses[course] ?? course,
    passedOn: dayText(passedOn, locale),
    issuedAt: instantText(issuedAt, locale),
    kid,
  }
}

/** A warning with its day; taken away where there is none. */
function warn(part: DocumentFragment, selector: string, day: string | null): void {
  const line = part.querySelector(selector)
  if (line && day === null) line.remove()
  else if (line) line.textContent = (line.textContent ?? '').replace('{day}', dayText(day ?? '', locale))
}

type Warnings = Pick<VerdictView, 'doubtFrom' | 'lapsed'>

function factsPart(
  statement: Statement,
  { doubtFrom, lapsed }: Warnings,
  names: Names,
  isNamed: (name: string) => boolean,
): DocumentFragment {
  const part = copyOf('[data-facts]')
  for (const [name, value] of Object.entries(facts(statement, names))) {
    const place = part.querySelector(`[data-fact="${name}"]`)
    if (place) place.textContent = value
  }
  warn(part, '[data-doubt]', doubtFrom)
  warn(part, '[data-lapsed]', lapsed)
  const form = part.querySelector<HTMLFormElement>('[data-name-check]')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const said = form.querySelector<HTMLElement>('[data-named]')
    const typed = form.querySelector<HTMLInputElement>('[name=name]')?.value ?? ''
    if (said) said.textContent = typed.trim() === '' ? '' : ((isNamed(typed) ? said.dataset.same : said.dataset.other) ?? '')
  })
  return part
}

/** Puts a verdict on the page in the words that the page brought along, and goes there. */
export function show(place: HTMLElement, view: VerdictView, names: Names, isNamed: (name: string) => boolean): void {
  const { name, statement, listAt, path } = view
  const head = copyOf(`[data-verdict="${name}"]`)
  const words = head.querySelector('[data-words]')
  if (words && listAt) words.textContent = (words.textContent ?? '').replace('{when}', instantText(listAt, locale))
  place.replaceChildren(head)
  if (path !== null) {
    const other = copyOf('[data-first-code]')
    other.querySelector('a')?.setAttribute('href', path)
    place.append(other)
  }
  if (statement) place.append(factsPart(statement, view, names, isNamed))
  place.querySelector<HTMLElement>('[data-heading]')?.focus()
  place.scrollIntoView({ block: 'start' })
}

const weekLong = 7 * 86_400_000

/** Says how old the list is. */
export function showList(line: HTMLElement | null, listAt: Date | null, now: Date): void {
  if (!line) return
  const { at = '', none = '', old = '' } = line.dataset
  if (listAt === null) line.textContent = none
  else line.textContent = at.replace('{when}', instantText(listAt, locale)) + (now.getTime() - listAt.getTime() > weekLong ? old : '')
}
