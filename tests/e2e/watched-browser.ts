import type { BrowserContext, Page } from '@playwright/test'
import { type Answered, startFront } from './answer-front'

/** Runs in each page before anything else: notes what the policy stopped. */
function noteViolations() {
  document.addEventListener('securitypolicyviolation', (event) =>
    console.error(`CSP-BREACH ${event.violatedDirective} ${event.blockedURI}`),
  )
}

/** What stands in the page that only hostile text could have put there. */
function foreignMarkup(): string[] {
  const found: string[] = 'pwned' in window || '__pwned' in window ? ['a script ran'] : []
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (['iframe', 'object', 'embed', 'applet', 'base', 'marquee', 'xmp', 'plaintext', 'frameset', 'portal', 'keygen'].includes(name))
      found.push(`<${name}>`)
    if (name === 'script' && !element.hasAttribute('src') && !element.hasAttribute('type')) found.push('<script>')
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(`${name}[${attribute}]`)
      const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'data'].includes(attribute)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them at the beginning of an address
      const runs = /^[\u0000- ]*(javascript|vbscript|data:text|data:image\/svg)/i.test(value)
      const leaves = URL.canParse(value, location.href) && new URL(value, location.href).hostname.endsWith('evil.example')
      if (leads && (runs || leaves)) found.push(`${name}[${attribute}=${value.slice(0, 60)}]`)
    }
  }
  return found
}

/** So many pages are shown at once. */
const atOnce = 2

/**
 * A browser that shows answers and pages, and keeps whatever went wrong: dialogs, page errors, breaches of the policy, requests to other
 * hosts, foreign markup, answers of 500 and more.
 */
export async function watched(context: BrowserContext, site: string) {
  const faults: string[] = []
  const front = await startFront(site)
  await context.addInitScript(noteViolations)
  const free: Viewer[] = []
  for (let nth = 0; nth < atOnce; nth += 1) free.push(viewer(await context.newPage(), front.url, faults))
  const busy = new Set<Promise<void>>()

  /** Begins to show it as soon as a page is free. */
  async function look(what: string, address: string, done: () => void): Promise<void> {
    while (free.length === 0) await Promise.race(busy)
    const page = free.pop()
    if (page === undefined) throw new Error('no page')
    const shown = page(what, front.url + address).finally(() => {
      done()
      free.push(page)
      busy.delete(shown)
    })
    busy.add(shown)
  }
  return {
    faults,
    /** Opens a page of the site. */
    open: (address: string) => look(`page ${address}`, address, () => undefined),
    /** Shows an answer that came already. */
    async show(what: string, answer: Answered): Promise<void> {
      const { address, forget } = front.keep(answer)
      await look(what, address, forget)
    },
    /** Resolves when all that was to be shown has been. */
    settled: () => Promise.all(busy),
    end: front.end,
  }
}

type Viewer = (what: string, address: string) => Promise<void>
function viewer(page: Page, site: string, faults: string[]): Viewer {
  let where = ''
  const note = (what: string) => faults.push(`${where}: ${what}`.slice(0, 500))
  page.on('dialog', (dialog) => {
    note(`a dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => null)
  })
  page.on('pageerror', (fault) => note(`page error: ${fault.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /CSP-BREACH|Content Security Policy|Refused to/.test(message.text())) note(message.text())
  })
  page.on('request', (request) => {
    if (request.url().startsWith('http') && !request.url().startsWith(site)) note(`a request left for ${request.url().slice(0, 80)}`)
  })
  return async (what, address) => {
    where = what
    const answer = await page.goto(address, { waitUntil: 'load', timeout: 60_000 }).catch((fault: Error) => {
      if (!/net::ERR_ABORTED|Download is starting/.test(fault.message)) note(fault.message.split('\n')[0] ?? '')
      return null
    })
    if (answer === null) return
    if (answer.status() >= 500) note(`status ${answer.status()}`)
    for (const found of await page.evaluate(foreignMarkup)) note(found)
  }
}
