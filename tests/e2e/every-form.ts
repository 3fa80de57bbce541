import { patternFinder } from '~/domain/running/route-patterns'
import { routesContract } from '../routes.contract'

export type FoundField = { name: string; kind: string; value: string; options: string[]; required: boolean; checked: boolean }
export type FoundForm = {
  page: string
  action: string
  pattern: string
  method: 'GET' | 'POST'
  multipart: boolean
  fields: FoundField[]
  /** The button that sends it; one form with several is several. */
  button: { name: string; value: string }
}
export type Crawled = { pages: string[]; forms: FoundForm[]; faults: string[] }

const patternOf = patternFinder(Object.keys(routesContract))
const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_whole, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

function attributesOf(tag: string): Map<string, string> {
  const found = [...tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)]
  return new Map(found.map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]))
}

function fieldsOf(inner: string): FoundField[] {
  const fields: FoundField[] = []
  const controls = /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const match of inner.matchAll(controls)) {
    const [whole = '', , text, , list] = match
    const open = whole.slice(0, whole.indexOf('>') + 1)
    const has = attributesOf(open)
    const name = has.get('name')
    if (name === undefined || has.has('disabled')) continue
    const kind = open.startsWith('<select') ? 'select' : open.startsWith('<textarea') ? 'textarea' : (has.get('type') ?? 'text')
    const options = [...(list ?? '').matchAll(/<option\b[^>]*>/g)].map(([option]) => attributesOf(option).get('value') ?? '')
    const chosen = (list ?? '').match(/<option\b[^>]*\sselected[^>]*>/)?.[0]
    const value =
      kind === 'select'
        ? chosen
          ? (attributesOf(chosen).get('value') ?? '')
          : (options[0] ?? '')
        : (has.get('value') ?? decode(text ?? ''))
    const hint = has.get('inputmode') === 'tel' || has.get('autocomplete') === 'tel' ? 'tel' : kind
    fields.push({ name, kind: hint, value, options, required: has.has('required'), checked: has.has('checked') })
  }
  return fields
}

/** The forms of a page as a browser would see them. */
export function formsOf(page: string, html: string, site: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, open = '', inner = '']) => {
    const has = attributesOf(open)
    const action = new URL(has.get('action') || page, site + page)
    if (action.origin !== site) return []
    const buttons = [...inner.matchAll(/<button\b[^>]*>/g)]
      .map(([tag]) => attributesOf(tag))
      .filter((one) => one.get('type') !== 'button')
      .map((one) => ({ name: one.get('name') ?? '', value: one.get('value') ?? '' }))
    const method: 'GET' | 'POST' = has.get('method')?.toLowerCase() === 'post' ? 'POST' : 'GET'
    const address = action.pathname + action.search
    const multipart = has.get('enctype') === 'multipart/form-data'
    const fields = fieldsOf(inner)
    const form = { page, action: address, pattern: patternOf(address), method, multipart, fields }
    return (buttons.length === 0 ? [{ name: '', value: '' }] : buttons).map((button) => ({ ...form, button }))
  })
}

const linksOf = (page: string, html: string, site: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].flatMap(([, href = '']) => {
    if (!URL.canParse(decode(href), site + page)) return []
    const url = new URL(decode(href), site + page)
    return url.origin === site ? [url.pathname + url.search] : []
  })

export const get = (site: string, cookie: string, address: string): Promise<Response> =>
  fetch(site + address, { redirect: 'manual', headers: { Cookie: cookie } })

/** One of its kind: the same route, asked with parameters of the same names. */
const kindOf = (address: string, withQuery: boolean): string => {
  const { pathname, searchParams } = new URL(address, 'http://inside')
  if (!withQuery) return patternOf(pathname)
  return `${patternOf(pathname)}?${[...new Set(searchParams.keys())].sort().join('&')}`
}
export const kindOfForm = ({ pattern, method, fields, button }: FoundForm): string =>
  JSON.stringify([
    method,
    pattern,
    fields.map((field) => (['act', 'intent', 'kind', 'step'].includes(field.name) ? [field.name, field.value] : field.name)).sort(),
    button.name,
    /^[a-z-]{1,20}$/i.test(button.value) ? button.value : '',
  ])

/** What leaves as a file has no form, and takes long to make. */
const isFile = (address: string): boolean =>
  /\.(pdf|xlsx|zip|csv|ics|png|jpe?g|txt|json|docx|gift|xml)(\?|$)|\/zip(\?|$)|\/poster\/|\/pictures?\/|\/photos?\/[^/]+$/.test(address)

/**
 * Every kind of page that somebody reaches by links from the pages without parameters, and each form of them once. Of pages that differ
 * only by whom or what they are about, so many are opened as `each` says; one of them, and what is asked of a page makes no other page.
 */
export async function crawl(site: string, cookie: string, each = 2): Promise<Crawled> {
  const waiting = Object.keys(routesContract).filter((address) => !/[:*]/.test(address) && routesContract[address]?.loader !== null)
  const seen = new Set(waiting)
  const opened = new Map<string, number>()
  const forms = new Map<string, FoundForm>()
  const crawled: Crawled = { pages: [], forms: [], faults: [] }
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address, each > 1)
    if ((opened.get(kind) ?? 0) >= each || /[?&]wait=1/.test(address) || isFile(address)) continue
    opened.set(kind, (opened.get(kind) ?? 0) + 1)
    const answer = await get(site, cookie, address)
    if (answer.status >= 500) crawled.faults.push(`GET ${address}: ${answer.status}`)
    const to = answer.headers.get('location')
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
    const html = isPage ? await answer.text() : ''
    if (!isPage) await answer.body?.cancel()
    if (isPage && answer.status === 200) crawled.pages.push(address)
    for (const form of formsOf(address, html, site)) if (!forms.has(kindOfForm(form))) forms.set(kindOfForm(form), form)
    const found = [...linksOf(address, html, site), ...(to?.startsWith('/') ? [to] : [])]
    for (const next of found) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  crawled.forms = [...forms.values()]
  return crawled
}
